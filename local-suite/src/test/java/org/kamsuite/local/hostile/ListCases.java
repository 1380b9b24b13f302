package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Filters, orders and cursors that a list did not give or does not know.
///
/// The fields of a list are those that it names itself when it refuses an unknown one.
final class ListCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELDS = Pattern.compile("known are [^\\[]*\\[([^\\]]*)]");
    private static final List<String> ATTACKS =
            List.of(
                    "' or 1=1 --",
                    "'; drop table accounts; --",
                    "1) union all values (1,2,3) --",
                    "\"; truncate accounts; --",
                    "$1",
                    "?",
                    "%s%n",
                    "%",
                    "_",
                    "\\",
                    "*",
                    "null",
                    "",
                    ",",
                    ",,,",
                    "-",
                    "a,b'",
                    "99999999999999999999",
                    "1e400",
                    "-1",
                    "NaN",
                    "{}",
                    "pg_sleep(5)",
                    "\u0000",
                    "\uFFFF",
                    "𝄞");
    private static final List<String> OPERATORS =
            List.of(".in", ".ne", ".gt", ".gte", ".lt", ".lte");

    private final Target target;
    private final Random random;
    private final List<HostileCase> cases = new ArrayList<>();

    private ListCases(Target target, Random random) {
        this.target = target;
        this.random = random;
    }

    static List<HostileCase> of(Target target, Random random)
            throws IOException, InterruptedException {
        var all = new ListCases(target, random);
        if (target.takes("query", "cursor")) {
            all.cursors();
        }
        if (target.lists()) {
            all.orders();
            all.filters();
        }
        return all.cases;
    }

    private HostileCase add(Category category, Request request) {
        var added = HostileCase.of(category, "?" + request.query(), request);
        cases.add(added);
        return added;
    }

    private List<String> known(String query) throws IOException, InterruptedException {
        var answer = target.seeds().wire(target.service()).send(target.right().asking(query));
        var names = FIELDS.matcher(answer.body());
        if (!names.find()) {
            throw new IllegalStateException(
                    target + " does not say which fields it knows: " + answer);
        }
        return List.of(names.group(1).split(", ")).stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void filters() throws IOException, InterruptedException {
        for (var field : known("nothing=1")) {
            for (var attack : ATTACKS) {
                var operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
                inject(field, attack);
                inject(field + operator, attack);
            }
            for (var operator :
                    List.of(".like", ".", ".IN", ".in.in", ".or", "%20", "[]", ".%00")) {
                add(Category.FILTER, target.right().and(field + operator, "1"));
            }
        }
        for (var attack : ATTACKS) {
            add(Category.INJECTION, target.right().and("q", Target.encoded(attack)));
            add(Category.FILTER, target.right().and(Target.encoded("x" + attack), "1"));
        }
        add(Category.INJECTION, target.right().and("q", "%25".repeat(2000)));
    }

    private void inject(String parameter, String attack) {
        add(Category.INJECTION, target.right().and(parameter, Target.encoded(attack)));
    }

    private void orders() throws IOException, InterruptedException {
        var fields = known("sort=nothing");
        for (var attack : ATTACKS) {
            add(Category.SORT, target.right().and("sort", Target.encoded("x" + attack)));
            add(Category.SORT, target.right().and("sort", Target.encoded("1" + attack)));
        }
        for (var field : fields) {
            for (var after :
                    List.of(
                            " desc",
                            "," + field,
                            ",-" + field,
                            ",",
                            "'",
                            ";--",
                            ".gte",
                            "\u0000")) {
                add(Category.SORT, target.right().and("sort", Target.encoded(field + after)));
            }
            add(Category.SORT, target.right().and("sort", "--" + field));
        }
    }

    private void cursors() throws IOException, InterruptedException {
        for (var forged :
                List.of(
                        "x",
                        "",
                        "%00",
                        "=",
                        "%27%20or%201%3D1",
                        "-1",
                        "1.5",
                        "null",
                        "99999999999999999999",
                        "x".repeat(5000))) {
            add(Category.CURSOR, target.right().and("cursor", forged));
        }
        for (var json :
                List.of(
                        "[]",
                        "null",
                        "{}",
                        "[null]",
                        "[\"0\"]",
                        "[\"0\",\"1\"]",
                        "[1,2]",
                        "[[[]]]",
                        "[".repeat(3000),
                        "\"x\"",
                        "[\"0\",\"'; drop table accounts; --\"]")) {
            add(
                    Category.CURSOR,
                    target.right().and("cursor", encoded(json.getBytes(StandardCharsets.UTF_8))));
        }
        for (var i = 0; i < 10; i++) {
            var bytes = new byte[1 + random.nextInt(60)];
            random.nextBytes(bytes);
            add(Category.CURSOR, target.right().and("cursor", "a" + encoded(bytes)));
        }
        var answer = target.seeds().wire(target.service()).send(target.right().and("limit", "1"));
        var real = JSON.readTree(answer.body()).path("next").asText();
        if (!real.isEmpty() && target.lists()) {
            broken(real);
        }
    }

    /// A cursor that the list gave, changed or for another order.
    private void broken(String real) throws IOException, InterruptedException {
        var bytes = Base64.getUrlDecoder().decode(real);
        for (var bit = 0; bit < bytes.length * 8; bit += 1 + random.nextInt(16)) {
            var flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            var request = target.right().and("cursor", encoded(flipped));
            // A flipped bit of a text is another text, after which the list goes on as well.
            cases.add(HostileCase.of(Category.CURSOR, "a flipped bit", request).answered(200, 400));
        }
        add(Category.CURSOR, target.right().and("cursor", real.substring(1)));
        add(Category.CURSOR, target.right().and("cursor", real + real));
        for (var field : known("sort=nothing")) {
            add(
                    Category.CURSOR,
                    target.right().and("cursor", real).and("sort", field + ",-nothing"));
        }
        var fields = known("sort=nothing");
        if (fields.size() > 1) {
            var other = "-" + fields.getLast() + "," + fields.getFirst();
            add(Category.CURSOR, target.right().and("cursor", real).and("sort", other));
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
