package org.kamsuite.scoring.score;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A short text that differs whenever one of the values does (SHA-256 of how they are written).
final class Fingerprint {

    private Fingerprint() {}

    static String of(Object... values) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var value : List.of(values)) {
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
