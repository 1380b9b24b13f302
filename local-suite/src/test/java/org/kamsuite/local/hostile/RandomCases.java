package org.kamsuite.local.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Right requests with random bytes changed in their bodies and random characters in their queries.
final class RandomCases {

    private static final String CHARACTERS = "09azAZ-_.~!*'();:@&=+$,/?%25%00%C3\"{}[]";
    private static final byte[] TELLING =
            "{}[]\",:\\0 -.eE\u0000\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private RandomCases() {}

    static List<HostileCase> of(Target target, Random random, int number) {
        var cases = new ArrayList<HostileCase>();
        if (target.operation().method().equals("DELETE")) {
            return cases;
        }
        for (var i = 0; i < number; i++) {
            var request = target.right();
            if (request.body() != null && random.nextInt(4) > 0) {
                request = request.saying(changed(request.body(), random));
            } else {
                // A percent sign may be torn from its digits, which no client would send.
                request = request.asking(query(request.query(), random)).asRaw();
            }
            cases.add(HostileCase.of(Category.RANDOM, "random " + i, request));
        }
        return cases;
    }

    private static byte[] changed(byte[] body, Random random) {
        var changed = body.clone();
        for (var i = 0; changed.length > 0 && i <= random.nextInt(4); i++) {
            changed[random.nextInt(changed.length)] =
                    random.nextBoolean()
                            ? TELLING[random.nextInt(TELLING.length)]
                            : (byte) random.nextInt();
        }
        return changed;
    }

    private static String query(String right, Random random) {
        var query = new StringBuilder(right);
        for (var i = 0; i <= random.nextInt(12); i++) {
            var character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            query.insert(
                    random.nextInt(query.length() + 1), Target.encoded(String.valueOf(character)));
        }
        return query.toString();
    }
}
