package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/// A way in which a request is hostile, the answers that are right, and the operations it concerns.
// The predicates have no state, and the sets are those of Set.of.
@SuppressWarnings("ImmutableEnumChecker")
enum Category {
    NO_TOKEN(target -> true, 401),
    BAD_TOKEN(target -> true, 401),
    WRONG_ROLE(target -> true, 403),
    WRONG_METHOD(target -> true, 405),
    NOT_ACCEPTABLE(target -> true, 406),
    UNKNOWN_PARAMETER(target -> true, 400),
    MALFORMED_QUERY(target -> true, 400),
    MALFORMED_BODY(Target::takesJson, 400),
    WRONG_TYPE(Target::takesJson, 400),
    OUT_OF_RANGE(has(Category::isBounded), 400, 422),
    LONG_TEXT(has(Category::isText), 400, 422),
    UNSTORABLE_TEXT(has(Category::isText), 400),
    UNKNOWN_PROPERTY(Target::takesJson, 400),
    DUPLICATE_PROPERTY(Target::takesJson, 400),
    DEEP_NESTING(Target::takesJson, 400),
    INVALID_UTF8(Target::takesBody, 400),
    TOO_LARGE(Target::takesBody, 413),
    WRONG_MEDIA_TYPE(Target::takesBody, 415),
    IMPORTED_BODY(target -> target.takesBody() && !target.takesJson(), 400),
    PATH_FORM(target -> target.operation().path().contains("{"), 400, 404),
    UNKNOWN_ID(Category::needsWhatExists, 404),
    REPEATED_PARAMETER(target -> !target.operation().parameters("query").isEmpty(), 400),
    WRONG_PARAMETER(target -> !target.operation().parameters("query").isEmpty(), 400),
    LIMIT(target -> target.takes("query", "limit"), 400),
    CURSOR(target -> target.takes("query", "cursor"), 400),
    SORT(Target::lists, 400),
    FILTER(Target::lists, 400),
    INJECTION(Target::lists, 200, 400),
    NO_IF_MATCH(Category::requiresIfMatch, 428),
    STALE_IF_MATCH(target -> target.takes("header", "If-Match"), 412),
    KEY_FORM(target -> target.takes("header", "Idempotency-Key"), 400),
    KEY_REUSED(target -> target.takes("header", "Idempotency-Key"), 422),
    WAIT_FOR(target -> target.takes("header", "X-Wait-For"), 400),
    RANDOM(target -> false);

    private final Predicate<Target> concerned;
    private final Set<Integer> statuses;

    Category(Predicate<Target> concerned, Integer... statuses) {
        this.concerned = concerned;
        this.statuses = Set.of(statuses);
    }

    Set<Integer> statuses() {
        return statuses;
    }

    /// The ways in which a request to this operation can be hostile, told from its description
    /// only.
    static Set<Category> of(Target target) {
        var categories = EnumSet.noneOf(Category.class);
        for (var category : values()) {
            if (category.concerned.test(target)) {
                categories.add(category);
            }
        }
        return categories;
    }

    /// A PUT at a name that nobody has yet makes something.
    private static boolean needsWhatExists(Target target) {
        var names = target.operation().parameters("path");
        return target.operation().method().equals("PUT")
                ? names.stream().anyMatch(target::isIdentifier)
                : !names.isEmpty();
    }

    static boolean requiresIfMatch(Target target) {
        return target.parameter("header", "If-Match")
                .filter(header -> header.path("required").asBoolean())
                .isPresent();
    }

    private static Predicate<Target> has(Predicate<JsonNode> like) {
        return target ->
                target.schema() != null && target.schemas().contains(target.schema(), like);
    }

    private static boolean isBounded(JsonNode schema) {
        return switch (Form.of(schema)) {
            case WHOLE_NUMBER, DECIMAL -> true;
            case LIST -> schema.has("maxItems");
            case OBJECT, ANY, CHOICE, TRUTH, DATE, INSTANT, ID, BYTES, TEXT -> false;
        };
    }

    private static boolean isText(JsonNode schema) {
        return Form.of(schema) == Form.TEXT;
    }
}
