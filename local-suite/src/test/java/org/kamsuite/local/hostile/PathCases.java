package org.kamsuite.local.hostile;

import java.util.ArrayList;
import java.util.List;

/// Paths that name nothing, or not in the form that they should, and methods that they do not know.
final class PathCases {

    private static final String NOBODY = "0190a0b0-dead-7000-8000-000000000000";
    private static final List<String> METHODS = List.of("PUT", "POST", "DELETE", "PATCH", "GET");
    private static final List<String> NO_IDENTIFIERS =
            List.of(
                    "not-a-uuid",
                    "1-1-1-1-1",
                    "%27%20or%201=1--",
                    "%00",
                    "null",
                    "%C3%28",
                    "%FF",
                    "0190a0b0-dead-7000-8000-00000000000g",
                    "x".repeat(3000),
                    "..%2F..%2Fetc",
                    "%20",
                    "-1");
    private static final List<String> NO_TEXTS =
            List.of("%00", "a%00b", "%FF", "%C3%28", "%ED%A0%80", "x".repeat(3000));

    private PathCases() {}

    static List<HostileCase> of(Target target) {
        var cases = new ArrayList<HostileCase>();
        for (var name : target.operation().parameters("path")) {
            var forms = target.isIdentifier(name) ? NO_IDENTIFIERS : NO_TEXTS;
            for (var form : forms) {
                cases.add(at(target, Category.PATH_FORM, name, form));
            }
            if (target.isIdentifier(name)) {
                cases.add(at(target, Category.UNKNOWN_ID, name, NOBODY));
            } else if (!target.operation().method().equals("PUT")) {
                cases.add(at(target, Category.UNKNOWN_ID, name, "nothing-of-this-name"));
                cases.add(
                        at(
                                target,
                                Category.UNKNOWN_ID,
                                name,
                                "%27%3B%20drop%20table%20accounts%3B%20--"));
            } else if (target.operation().path().startsWith("/api/v1/products")) {
                cases.add(at(target, Category.UNKNOWN_ID, name, "NOT-IN-BODY").answered(400, 404));
            }
        }
        if (target.operation().path().contains("{")) {
            cases.add(
                    HostileCase.of(
                            Category.PATH_FORM,
                            "a broken percent",
                            target.right().at(target.path() + "%zz").asRaw()));
        }
        for (var method : METHODS) {
            if (target.seeds().contract(target.service()).operations().stream()
                    .noneMatch(other ->
                            other.method().equals(method)
                                    && matches(other.path(), target.path()))) {
                cases.add(
                        HostileCase.of(
                                Category.WRONG_METHOD, method, target.right().withMethod(method)));
            }
        }
        cases.add(
                HostileCase.of(
                                Category.WRONG_METHOD,
                                "TRACE",
                                target.right().withMethod("TRACE").asRaw())
                        .answered(405, 501));
        cases.add(
                HostileCase.of(
                                Category.WRONG_METHOD,
                                "BREW",
                                target.right().withMethod("BREW").asRaw())
                        .answered(405, 501));
        return cases;
    }

    private static HostileCase at(Target target, Category category, String name, String form) {
        return HostileCase.of(
                category,
                "{" + name + "} = " + form.substring(0, Math.min(60, form.length())),
                target.right().at(target.pathWith(name, form)));
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }
}
