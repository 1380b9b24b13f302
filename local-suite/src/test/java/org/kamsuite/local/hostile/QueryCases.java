package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Query parameters that are unknown, repeated, of the wrong form or too large.
final class QueryCases {

    private static final List<String> LIMITS =
            List.of(
                    "-1",
                    "0",
                    "501",
                    "text",
                    "99999999999",
                    "1.5",
                    "",
                    "+5",
                    "05",
                    "1e1",
                    "%00",
                    "٣");

    private final Target target;
    private final List<HostileCase> cases = new ArrayList<>();

    private QueryCases(Target target) {
        this.target = target;
    }

    static List<HostileCase> of(Target target) {
        var all = new QueryCases(target);
        all.unknown();
        all.malformed();
        target.operation().parameters("query").forEach(all::parameter);
        return all.cases;
    }

    private void add(Category category, Request request, String place) {
        var isText = !request.query().contains("%FF");
        cases.add(HostileCase.of(category, "?" + request.query(), request).at(isText ? place : ""));
    }

    private void unknown() {
        for (var name : List.of("nothing", "Limit", "limit%20", "account_id", "1", "nothing.gte")) {
            add(
                    Category.UNKNOWN_PARAMETER,
                    target.right().and(name, "1"),
                    name.replace("%20", " "));
        }
        add(
                Category.UNKNOWN_PARAMETER,
                target.right().and("%27%20or%201%3D1%20--", ""),
                "' or 1=1 --");
        add(Category.UNKNOWN_PARAMETER, target.right().and("", "1"), "");
    }

    private void malformed() {
        for (var query : List.of("a=%zz", "%zz=a", "a=%", "a=%e2%28%a1", "%ff=1")) {
            var asked = target.right().query();
            var request =
                    target.right().asking(asked.isEmpty() ? query : asked + "&" + query).asRaw();
            add(Category.MALFORMED_QUERY, request, "");
        }
    }

    private void parameter(String name) {
        var schema =
                target.schemas()
                        .resolve(target.parameter("query", name).orElseThrow().path("schema"));
        var right =
                name.equals("kind") || name.equals("system")
                        ? target.seeds().query(name)
                        : valueOf(name, schema);
        var request = without(name);
        add(Category.REPEATED_PARAMETER, request.and(name, right).and(name, right), name);
        if (name.equals("limit")) {
            LIMITS.forEach(limit ->
                    add(
                            Category.LIMIT,
                            request.and(name, Target.encoded(limit).replace("%2500", "%00")),
                            name));
        } else {
            wrong(name, schema)
                    .forEach(
                            value -> add(Category.WRONG_PARAMETER, request.and(name, value), name));
        }
    }

    /// The right request without one of its parameters.
    private Request without(String name) {
        var request = target.right();
        var kept =
                List.of(request.query().split("&")).stream()
                        .filter(part -> !part.startsWith(name + "="))
                        .toList();
        return request.asking(String.join("&", kept));
    }

    private static String valueOf(String name, JsonNode schema) {
        return switch (Form.of(schema)) {
            case WHOLE_NUMBER -> "1";
            case TRUTH -> "true";
            case INSTANT -> "2026-01-01T10:00:00Z";
            case CHOICE -> schema.path("enum").get(0).asText();
            case TEXT -> name.equals("outcome") ? "CREATED" : "name";
            case OBJECT, ANY, LIST, DECIMAL, DATE, ID, BYTES ->
                    throw new IllegalStateException("Say what is right for " + name);
        };
    }

    private static List<String> wrong(String name, JsonNode schema) {
        return switch (Form.of(schema)) {
            case WHOLE_NUMBER ->
                    List.of("x", "", "-1", "1.5", "1e1", "99999999999999999999", "%00", "NaN");
            case TRUTH -> List.of("x", "", "1", "TRUE", "yes", "%00");
            case INSTANT ->
                    List.of(
                            "x",
                            "",
                            "2026-01-01",
                            "12",
                            "2026-02-30T10:00:00Z",
                            "%2B99999-01-01T10:00:00Z",
                            "%00",
                            "-999999999-01-01T10:00:00Z");
            case CHOICE -> List.of("x", "", "0", "%00", "EXACT");
            case TEXT -> texts(name);
            case OBJECT, ANY, LIST, DECIMAL, DATE, ID, BYTES ->
                    throw new IllegalStateException("Say what is wrong for " + name);
        };
    }

    private static List<String> texts(String name) {
        return switch (name) {
            case "outcome" -> List.of("x", "%00", "created");
            case "kind", "system", "sort", "cursor" ->
                    List.of("%27%20or%201%3D1%20--", "%00", "%FF", "", "x".repeat(5000), "a%20b");
            default -> List.of("%00", "a%00b");
        };
    }
}
