package org.kamsuite.local.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// JSON bodies with one thing wrong each: every property of the schema gets every wrong value.
final class BodyCases {

    private static final String HERE = "\"@here@\"";
    private static final int DEEP = 10_000;

    private final Target target;
    private final JsonNode body;
    private final List<HostileCase> cases = new ArrayList<>();

    private BodyCases(Target target) {
        this.target = target;
        this.body = Objects.requireNonNull(target.body());
    }

    static List<HostileCase> of(Target target) {
        if (!target.takesJson()) {
            return List.of();
        }
        var all = new BodyCases(target);
        all.malformed();
        all.invalidBytes();
        all.walk("", Objects.requireNonNull(target.schema()), all.body, true);
        return all.cases;
    }

    private void add(Category category, String what, String text, String place) {
        cases.add(HostileCase.of(category, what, target.right().saying(text)).at(place));
    }

    private void malformed() {
        var right = body.toString();
        var other = body.isArray() ? "{}" : "[]";
        var texts =
                new ArrayList<>(
                        List.of(
                                "",
                                " ",
                                "null",
                                "\"x\"",
                                "12",
                                "true",
                                other,
                                "nonsense",
                                "{",
                                "[",
                                "{\"a\"}",
                                "{\"a\":}",
                                "{a:1}",
                                "{'a':1}"));
        texts.add(right.substring(0, right.length() - 1));
        texts.add(right + "x");
        texts.add(right + right);
        texts.add(right + "]");
        texts.add("/* */" + right);
        texts.add("[" + right + "]");
        for (var text : texts) {
            add(Category.MALFORMED_BODY, "the body " + text, text, "");
        }
        add(Category.DEEP_NESTING, "open objects", "{\"a\":".repeat(DEEP), "");
        add(Category.DEEP_NESTING, "open lists", "[".repeat(DEEP), "");
        add(Category.DEEP_NESTING, "lists", "[".repeat(DEEP) + "]".repeat(DEEP), "");
    }

    private void invalidBytes() {
        var wrong =
                List.of(
                        new byte[] {(byte) 0xFF},
                        new byte[] {(byte) 0xC3, 0x28},
                        new byte[] {(byte) 0xC0, (byte) 0x80},
                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80});
        for (var bytes : wrong) {
            cases.add(
                    HostileCase.of(
                            Category.INVALID_UTF8,
                            "bytes in a name",
                            target.right().saying(joined("{\"", bytes, "\":1}"))));
            var text = body.toString();
            var quote = text.indexOf(":\"");
            if (quote >= 0) {
                cases.add(
                        HostileCase.of(
                                Category.INVALID_UTF8,
                                "bytes in a text",
                                target.right()
                                        .saying(
                                                joined(
                                                        text.substring(0, quote + 2),
                                                        bytes,
                                                        text.substring(quote + 2)))));
            }
        }
    }

    static byte[] joined(String before, byte[] bytes, String after) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    /// Goes through the right body beside its schema.
    private void walk(String pointer, ObjectNode schema, JsonNode right, boolean required) {
        if (!pointer.isEmpty()) {
            values(pointer, schema, right, required);
        }
        switch (Form.of(schema)) {
            case OBJECT -> object(pointer, schema, right);
            case LIST -> {
                if (right.isArray()) {
                    walk(
                            pointer + "/0",
                            target.schemas().resolve(schema.path("items")),
                            right.path(0),
                            true);
                }
            }
            case ANY, CHOICE, TRUTH, WHOLE_NUMBER, DECIMAL, DATE, INSTANT, ID, BYTES, TEXT -> {}
        }
        if (pointer.isEmpty() && right.isArray()) {
            WrongValues.ranges(schema, right)
                    .forEach(value -> add(Category.OUT_OF_RANGE, "too many or few", value, ""));
        }
    }

    private void object(String pointer, ObjectNode schema, JsonNode right) {
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            if (target.schemas().resolve(property.getValue()).path("readOnly").asBoolean()) {
                continue;
            }
            walk(
                    pointer + "/" + name,
                    target.schemas().resolve(property.getValue()),
                    right.path(name),
                    WrongValues.isRequired(schema, name));
        }
        unknown(pointer, right);
        if (!right.isEmpty()) {
            var text = right.toString();
            var first = text.substring(1, text.indexOf(':') + 1);
            put(
                    Category.DUPLICATE_PROPERTY,
                    pointer,
                    "{" + first + "null," + text.substring(1),
                    "");
        }
    }

    private void unknown(String pointer, JsonNode right) {
        var rest = right.isEmpty() ? "}" : "," + right.toString().substring(1);
        for (var name :
                List.of("nothing", "@type", "class", "__proto__", "a'; drop table accounts; --")) {
            put(
                    Category.UNKNOWN_PROPERTY,
                    pointer,
                    "{\"" + name + "\":{\"a\":[1]}" + rest,
                    pointer + "/" + name);
        }
    }

    private void values(String pointer, ObjectNode schema, JsonNode right, boolean required) {
        WrongValues.types(schema, required)
                .forEach(value -> put(Category.WRONG_TYPE, pointer, value, pointer));
        WrongValues.ranges(schema, right)
                .forEach(value ->
                        put(Category.OUT_OF_RANGE, pointer, value, isNoJson(value) ? "" : pointer));
        WrongValues.texts(schema, required)
                .forEach(value -> put(Category.LONG_TEXT, pointer, value, pointer));
        WrongValues.unstorable(schema)
                .forEach(value -> put(Category.UNSTORABLE_TEXT, pointer, value, pointer));
        put(Category.DEEP_NESTING, pointer, "[".repeat(DEEP) + "]".repeat(DEEP), "");
        put(Category.DEEP_NESTING, pointer, "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "");
    }

    private static boolean isNoJson(String value) {
        return value.startsWith("N")
                || value.contains("Inf") && !value.startsWith("\"")
                || value.startsWith("07")
                || value.startsWith("999");
    }

    /// Puts JSON as it is at a place of the right body.
    private void put(Category category, String pointer, String value, String place) {
        var what = pointer + " = " + value.substring(0, Math.min(80, value.length()));
        if (pointer.isEmpty()) {
            add(category, what, value, place);
            return;
        }
        var copy = body.deepCopy();
        var last = JsonPointer.compile(pointer);
        var parent = copy.at(last.head());
        switch (parent) {
            case ObjectNode object -> object.put(last.last().getMatchingProperty(), "@here@");
            case ArrayNode array -> array.insert(0, "@here@").remove(1);
            default -> throw new IllegalStateException("There is no " + pointer + " in " + body);
        }
        add(category, what, copy.toString().replace(HERE, value), place);
    }
}
