package org.kamsuite.local.hostile;

import java.util.ArrayList;
import java.util.List;

/// Callers who may not, media types that cannot be, conditions that do not hold, keys used twice.
final class HeaderCases {

    private static final String LIMIT = Long.toString(64L * 1024 * 1024 + 1);

    private final Target target;
    private final List<HostileCase> cases = new ArrayList<>();

    private HeaderCases(Target target) {
        this.target = target;
    }

    static List<HostileCase> of(Target target, Target other, String foreignSequence) {
        var all = new HeaderCases(target);
        all.callers();
        all.mediaTypes();
        all.conditions();
        if (target.takes("header", "Idempotency-Key")) {
            all.keys(other);
        }
        if (target.takes("header", "X-Wait-For")) {
            all.waiting(foreignSequence);
        }
        return all.cases;
    }

    private HostileCase add(Category category, String what, Request request) {
        var added = HostileCase.of(category, what, request);
        cases.add(added);
        return added;
    }

    private void callers() {
        var tokens = target.seeds().tokens();
        add(Category.NO_TOKEN, "no token", target.right().without("Authorization"));
        tokens.garbage()
                .forEach((what, value) ->
                        add(Category.BAD_TOKEN, what, target.right().with("Authorization", value)));
        add(Category.WRONG_ROLE, "no role", target.right().as(tokens.stranger()));
        if (target.operation().writes() || target.operation().path().startsWith("/admin")) {
            add(Category.WRONG_ROLE, "a reader", target.right().as(tokens.of("reader")));
        }
    }

    private void mediaTypes() {
        for (var type :
                List.of(
                        "image/png",
                        "text/html",
                        "application/xml",
                        "text/html, text/plain;q=0.5")) {
            add(Category.NOT_ACCEPTABLE, type, target.right().with("Accept", type));
        }
        cases.add(
                HostileCase.of(
                                Category.NOT_ACCEPTABLE,
                                "nonsense",
                                target.right().with("Accept", "nonsense"))
                        .answered(400, 406));
        if (target.takesBody()) {
            for (var type :
                    List.of(
                            "text/plain",
                            "application/xml",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x",
                            "image/png",
                            "*/*")) {
                add(Category.WRONG_MEDIA_TYPE, type, target.right().with("Content-Type", type));
            }
            for (var type : List.of("nonsense", "application/", "a/b/c;")) {
                cases.add(
                        HostileCase.of(
                                        Category.WRONG_MEDIA_TYPE,
                                        type,
                                        target.right().with("Content-Type", type))
                                .answered(400, 415));
            }
            add(Category.WRONG_MEDIA_TYPE, "none", target.right().without("Content-Type"));
            add(
                    Category.TOO_LARGE,
                    "announced",
                    target.right().with("Content-Length", LIMIT).saying(new byte[0]).asRaw());
        }
    }

    private void conditions() {
        if (!target.takes("header", "If-Match")) {
            return;
        }
        if (Category.of(target).contains(Category.NO_IF_MATCH)) {
            add(Category.NO_IF_MATCH, "none", target.right().without("If-Match"));
        }
        for (var stale :
                List.of(
                        "\"0\"",
                        "\"999999999\"",
                        "garbage",
                        "W/" + target.etag(),
                        target.etag().replace("\"", ""),
                        "\"'; drop table accounts; --\"",
                        "x".repeat(5000))) {
            add(Category.STALE_IF_MATCH, stale, target.right().with("If-Match", stale));
        }
        cases.add(
                HostileCase.of(
                                Category.STALE_IF_MATCH,
                                "empty",
                                target.right().with("If-Match", ""))
                        .answered(412, 428));
    }

    private void keys(Target other) {
        for (var key : List.of("", " ", "x".repeat(201), "x".repeat(9000))) {
            add(
                    Category.KEY_FORM,
                    "a key of " + key.length(),
                    target.right().with("Idempotency-Key", key));
        }
        for (var key : List.of("a\u0001b", "a\u007Fb", "a\u0000b")) {
            add(
                    Category.KEY_FORM,
                    "a control character",
                    target.right().with("Idempotency-Key", key).asRaw());
        }
        if (!target.text().equals(other.text())
                && !target.seeds()
                        .refused()
                        .containsKey(target.service() + " " + target.operation().id())) {
            add(
                    Category.KEY_REUSED,
                    "another body",
                    other.right()
                            .at(target.seeds().firstPath(target.operation()))
                            .with("Idempotency-Key", Seeds.key(target.operation(), 1)));
        }
    }

    private void waiting(String foreignSequence) {
        for (var text :
                List.of(
                        "",
                        "x",
                        "1.1",
                        ";",
                        "not-a-uuid;1.1",
                        "0190a0b0-dead-7000-8000-000000000000;-1.1",
                        "0190a0b0-dead-7000-8000-000000000000;1.1;1s",
                        "0190a0b0-dead-7000-8000-000000000000;99999999999999999999.1",
                        "' or 1=1 --")) {
            add(Category.WAIT_FOR, text, target.right().with("X-Wait-For", text));
        }
        var nobody = "0190a0b0-dead-7000-8000-000000000000;1.1;1ms";
        cases.add(
                HostileCase.of(
                                Category.WAIT_FOR,
                                "nobody's",
                                target.right().with("X-Wait-For", nobody))
                        .answered(504));
        var far = foreignSequence.replaceFirst("[^;]+$", "999999.999999999;1ms");
        cases.add(
                HostileCase.of(
                                Category.WAIT_FOR,
                                "the future",
                                target.right().with("X-Wait-For", far))
                        .answered(504));
        cases.add(
                HostileCase.of(
                                Category.WAIT_FOR,
                                "another's",
                                target.right().with("X-Wait-For", foreignSequence))
                        .answered(200, 504));
    }
}
