package org.kamsuite.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows of an import, one JSON object a line.
final class Rows {

    private final ObjectMapper json = new ObjectMapper();
    private final StringBuilder text = new StringBuilder();
    private int number;

    /// Adds a row of names and values in turn; what is null is left out.
    void add(@Nullable Object... fields) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (var i = 0; i < fields.length; i += 2) {
            var value = fields[i + 1];
            if (value != null) {
                row.put(Objects.requireNonNull(fields[i]).toString(), value);
            }
        }
        try {
            text.append(json.writeValueAsString(row)).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are JSON", e);
        }
        number++;
    }

    int number() {
        return number;
    }

    String text() {
        return text.toString();
    }

    static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }
}
