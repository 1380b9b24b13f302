package org.kamsuite.kit.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A place in a list: the values of the last row given, and the order they belong to.
record Cursor(List<String> values) {

    private static final String SEPARATOR = "\u001f";

    static String write(List<Order> orders, List<String> values) {
        var parts = new ArrayList<String>();
        parts.add(signature(orders));
        parts.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /// Empty for a text that this list never gave for this order.
    static Optional<Cursor> read(String text, List<Order> orders) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = List.of(decoded.split(SEPARATOR, -1));
            var values = parts.subList(1, parts.size());
            if (!parts.getFirst().equals(signature(orders)) || values.size() != orders.size()) {
                return Optional.empty();
            }
            for (var i = 0; i < values.size(); i++) {
                if (!orders.get(i).type().accepts(comparable(orders.get(i), values.get(i)))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Cursor(values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// PostgreSQL writes an instant with a space and a short offset, and a truth value as `true`.
    private static String comparable(Order order, String value) {
        return order.type() == FieldType.INSTANT
                ? value.replace(' ', 'T').replaceFirst("\\+00$", "Z")
                : value;
    }

    private static String signature(List<Order> orders) {
        return Integer.toHexString(orders.toString().hashCode());
    }
}
