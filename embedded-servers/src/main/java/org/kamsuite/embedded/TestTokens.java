package org.kamsuite.embedded;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// Bearer tokens for tests, signed with a key that exists only while they run.
public final class TestTokens {

    public static final String ISSUER = "https://issuer.test";
    public static final String AUDIENCE = "kam-suite";
    private static final KeyPair KEYS = keys();

    private TestTokens() {}

    /// A token of a caller with these roles.
    public static String of(String caller, String... roles) {
        return signed(claims(caller).claim("roles", List.of(roles)));
    }

    /// The claims of a good token without roles, for a test that spoils one of them.
    public static JwtClaimsBuilder claims(String caller) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller)
                .claim("preferred_username", caller)
                .expiresIn(Duration.ofHours(1));
    }

    public static String signed(JwtClaimsBuilder claims) {
        return claims.sign(KEYS.getPrivate());
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
