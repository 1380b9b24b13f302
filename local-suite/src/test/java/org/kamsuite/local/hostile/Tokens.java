package org.kamsuite.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tokens of the suite's issuer, and such as it would never give.
///
/// @param everything may do everything, so that a request is refused for nothing but what is wrong
///   with it
/// @param stranger is known to the issuer, but without any role
/// @param garbage values of `Authorization` that let nobody in, by what is wrong with them
/// @param roles one for each role, which it has alone
record Tokens(
        String everything,
        Map<String, String> roles,
        String stranger,
        Map<String, String> garbage) {

    private static final String ISSUER = "kam-local-issuer";
    static final List<String> ALL =
            List.of("reader", "manager", "lead", "approver", "integrator", "administrator");
    private static final Duration VALID = Duration.ofHours(1);

    /// Signs with the key that lies in the data folder of a suite.
    static Tokens of(Path data) throws IOException {
        try {
            var bytes = Files.readAllBytes(data.resolve("issuer.key"));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            var foreign = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            return new Tokens(
                    token(key, ISSUER, ALL, VALID),
                    ALL.stream()
                            .collect(
                                    toMap(
                                            role -> role,
                                            role -> token(key, ISSUER, List.of(role), VALID))),
                    token(key, ISSUER, List.of(), VALID),
                    garbage(key, foreign));
        } catch (GeneralSecurityException e) {
            throw new IOException("The key of the issuer cannot be read", e);
        }
    }

    /// The token that has this role alone.
    String of(String role) {
        return Objects.requireNonNull(roles.get(role), role);
    }

    private static Map<String, String> garbage(PrivateKey key, PrivateKey foreign) {
        var good = token(key, ISSUER, ALL, VALID).split("\\.", -1);
        var reader = token(key, ISSUER, List.of("reader"), VALID).split("\\.", -1);
        var raised = decoded(reader[1]).replace("\"reader\"", "\"administrator\"");
        return Map.of(
                "no token at all",
                "Bearer garbage",
                "three parts",
                "Bearer a.b.c",
                "an empty token",
                "Bearer ",
                "a password",
                "Basic YWRtaW46YWRtaW4=",
                "an expired token",
                "Bearer " + token(key, ISSUER, ALL, VALID.negated()),
                "another issuer",
                "Bearer " + token(key, "somebody", ALL, VALID),
                "another audience",
                "Bearer " + token(key, ISSUER, "billing", ALL, VALID),
                "another key",
                "Bearer " + token(foreign, ISSUER, ALL, VALID),
                "an unsigned token",
                "Bearer " + encoded("{\"alg\":\"none\"}") + "." + good[1] + ".",
                "raised roles",
                "Bearer " + reader[0] + "." + encoded(raised) + "." + reader[2]);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String token(
            PrivateKey key, String issuer, List<String> roles, Duration lifetime) {
        return token(key, issuer, "kam-suite", roles, lifetime);
    }

    private static String token(
            PrivateKey key, String issuer, String audience, List<String> roles, Duration lifetime) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("hostile")
                .claim("preferred_username", "hostile")
                .claim("roles", roles)
                .expiresAt(Instant.now().plus(lifetime))
                .jws()
                .keyId("local")
                .sign(key);
    }
}
