package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Values that a schema does not let through, as they are written in JSON.
final class WrongValues {

    private static final Map<Form, List<String>> TYPES =
            Map.ofEntries(
                    Map.entry(Form.OBJECT, List.of("\"x\"", "\"\"", "12", "true", "[]", "[{}]")),
                    Map.entry(Form.ANY, List.of("\"x\"", "12", "[]")),
                    Map.entry(Form.LIST, List.of("\"x\"", "\"\"", "12", "true", "{}")),
                    Map.entry(
                            Form.CHOICE,
                            List.of("\"NOT_ONE\"", "\"\"", "0", "1", "true", "{}", "[]", "[0]")),
                    Map.entry(
                            Form.TRUTH,
                            List.of(
                                    "\"true\"",
                                    "\"\"",
                                    "\"x\"",
                                    "0",
                                    "1",
                                    "1.5",
                                    "{}",
                                    "[]",
                                    "[true]")),
                    Map.entry(
                            Form.WHOLE_NUMBER,
                            List.of("\"1\"", "\"\"", "\"x\"", "1.5", "true", "{}", "[]", "[1]")),
                    Map.entry(
                            Form.DECIMAL,
                            List.of(
                                    "\"\"",
                                    "\"x\"",
                                    "\"NaN\"",
                                    "\"1,5\"",
                                    "\"0x10\"",
                                    "\" 1\"",
                                    "\"1.\"",
                                    "true",
                                    "{}",
                                    "[]",
                                    "[1]")),
                    Map.entry(
                            Form.DATE,
                            List.of(
                                    "\"\"",
                                    "\"today\"",
                                    "\"2026-02-30\"",
                                    "\"20260101\"",
                                    "\"2026-01-01T10:00:00Z\"",
                                    "\"+99999-01-01\"",
                                    "\"-0001-01-01\"",
                                    "12",
                                    "true",
                                    "{}",
                                    "[]",
                                    "[2026,1,1]")),
                    Map.entry(
                            Form.INSTANT,
                            List.of(
                                    "\"\"",
                                    "\"now\"",
                                    "\"2026-01-01\"",
                                    "\"2026-01-01T25:00:00Z\"",
                                    "\"+99999-01-01T10:00:00Z\"",
                                    "12",
                                    "1.5",
                                    "1e300",
                                    "true",
                                    "{}",
                                    "[]",
                                    "[12]")),
                    Map.entry(
                            Form.ID,
                            List.of(
                                    "\"\"",
                                    "\"x\"",
                                    "\"1-1-1-1-1\"",
                                    "\"0190a0b0000070008000000000000001\"",
                                    "\"AZCgsAAAcACAAAAAAAAAAQ==\"",
                                    "12",
                                    "true",
                                    "{}",
                                    "[]")),
                    Map.entry(Form.TEXT, List.of("12", "1.5", "true", "{}", "[]", "[\"x\"]")));

    private WrongValues() {}

    /// Values of another type.
    static List<String> types(JsonNode schema, boolean required) {
        var values = new ArrayList<>(TYPES.getOrDefault(Form.of(schema), List.of()));
        // A list that is null is an empty one.
        if (required && Form.of(schema) != Form.LIST) {
            values.add("null");
        }
        return values;
    }

    /// Values of the right type that are too large, too small, too many or no numbers at all.
    static List<String> ranges(JsonNode schema, JsonNode right) {
        var values = new ArrayList<String>();
        switch (Form.of(schema)) {
            case WHOLE_NUMBER -> {
                values.addAll(
                        List.of(
                                "99999999999999999999",
                                "-99999999999999999999",
                                "1e400",
                                "NaN",
                                "-Infinity",
                                "0777"));
                if (schema.has("minimum")) {
                    values.add(Long.toString(schema.path("minimum").asLong() - 1));
                }
                if (schema.has("maximum")) {
                    values.add(Long.toString(schema.path("maximum").asLong() + 1));
                }
            }
            case DECIMAL -> {
                values.addAll(
                        List.of(
                                "1e400",
                                "-1e400",
                                "NaN",
                                "Infinity",
                                "\"Infinity\"",
                                "\"1e400\"",
                                "\"1e99999999\"",
                                "1e-400"));
                values.addAll(
                        List.of(
                                "\"" + "9".repeat(40) + "\"",
                                "9".repeat(40),
                                "\"" + "9".repeat(100_000) + "\"",
                                "9".repeat(990),
                                "9".repeat(2_000)));
                values.addAll(List.of("\"0.1234567890123\"", "0.1234567890123"));
                if (schema.has("minimum")) {
                    values.add("\"" + (schema.path("minimum").asLong() - 1) + "\"");
                }
            }
            case LIST -> {
                if (schema.has("maxItems")) {
                    values.add(many(right.get(0).toString(), schema.path("maxItems").asInt() + 1));
                }
                if (schema.path("minItems").asInt() > 0) {
                    values.add("[]");
                }
            }
            case OBJECT, ANY, CHOICE, TRUTH, DATE, INSTANT, ID, BYTES, TEXT -> {}
        }
        return values;
    }

    private static String many(String item, int count) {
        return "[" + String.join(",", java.util.Collections.nCopies(count, item)) + "]";
    }

    /// Texts that are too long, or blank where there must be some, or of another pattern.
    static List<String> texts(JsonNode schema, boolean required) {
        var values = new ArrayList<String>();
        if (Form.of(schema) == Form.TEXT) {
            values.add(quoted("x".repeat(schema.path("maxLength").asInt(100_000) + 1)));
            values.add(quoted("€".repeat(20_000)));
            if (schema.has("pattern")) {
                values.add(quoted(" \t\n"));
            }
            if (schema.path("pattern").asText("\\S").length() > 2) {
                values.add(quoted("'; drop table accounts; --"));
                values.add(quoted("%"));
            }
            if (required && (schema.has("pattern") || schema.has("minLength"))) {
                values.add("\"\"");
            }
        }
        return values;
    }

    /// Texts that no database can keep.
    static List<String> unstorable(JsonNode schema) {
        return Form.of(schema) == Form.TEXT
                ? List.of("\"A\\u0000B\"", "\"A\\ud800B\"", "\"A\\udc00\"", "\"\\udc00\\ud800\"")
                : List.of();
    }

    static boolean isRequired(ObjectNode object, String property) {
        for (var name : object.path("required")) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\t", "\\t").replace("\n", "\\n") + "\"";
    }
}
