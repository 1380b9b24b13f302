package org.kamsuite.kit.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a list: the values of the last row given, for the order they belong to.
record Cursor(List<@Nullable String> values) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static String write(List<Order> orders, List<@Nullable String> values) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(signature(orders));
        parts.addAll(values);
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(JSON.writeValueAsBytes(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /// Empty for a text that this list never gave for this order.
    static Optional<Cursor> read(String text, List<Order> orders) {
        try {
            var parts = JSON.readValue(Base64.getUrlDecoder().decode(text), String[].class);
            if (parts == null
                    || parts.length != orders.size() + 1
                    || !signature(orders).equals(parts[0])) {
                return Optional.empty();
            }
            var values = new ArrayList<@Nullable String>();
            for (var i = 0; i < orders.size(); i++) {
                var value = parts[i + 1];
                if (value != null && !orders.get(i).type().accepts(value)) {
                    return Optional.empty();
                }
                values.add(value);
            }
            return Optional.of(new Cursor(values));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static String signature(List<Order> orders) {
        return Integer.toHexString(orders.toString().hashCode());
    }
}
