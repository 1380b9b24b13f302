package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;

/// What a schema lets through, as far as it matters for values that are wrong.
enum Form {
    OBJECT,
    ANY,
    LIST,
    CHOICE,
    TRUTH,
    WHOLE_NUMBER,
    DECIMAL,
    DATE,
    INSTANT,
    ID,
    BYTES,
    TEXT;

    static Form of(JsonNode schema) {
        if (schema.has("enum")) {
            return CHOICE;
        }
        return switch (schema.path("type").asText()) {
            case "object" -> schema.has("properties") ? OBJECT : ANY;
            case "array" -> LIST;
            case "boolean" -> TRUTH;
            case "integer" -> WHOLE_NUMBER;
            case "string" -> ofText(schema.path("format").asText());
            default -> throw new IllegalStateException("Teach Form the schema " + schema);
        };
    }

    private static Form ofText(String format) {
        return switch (format) {
            case "decimal" -> DECIMAL;
            case "date" -> DATE;
            case "date-time" -> INSTANT;
            case "uuid" -> ID;
            case "binary" -> BYTES;
            case "" -> TEXT;
            default -> throw new IllegalStateException("Teach Form the format " + format);
        };
    }
}
