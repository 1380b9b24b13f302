package org.kamsuite.kit.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class TokenTest {

    private static final String BOOKS = "/api/v1/books";

    private static JwtClaimsBuilder good() {
        return TestTokens.claims("ana").claim("roles", List.of("reader"));
    }

    static Stream<Arguments> badTokens() throws NoSuchAlgorithmException {
        var past = Instant.now().minus(Duration.ofHours(1));
        return Stream.of(
                Arguments.of(
                        "of another issuer",
                        TestTokens.signed(good().issuer("https://elsewhere.test"))),
                Arguments.of(
                        "for another audience",
                        TestTokens.signed(good().audience(Set.of("billing")))),
                Arguments.of(
                        "that has expired",
                        TestTokens.signed(good().issuedAt(past).expiresAt(past.plusSeconds(60)))),
                Arguments.of("signed by somebody else", signedByAnother()),
                Arguments.of("without signature", unsigned()),
                Arguments.of("signed with a public secret", signedWithASecret()),
                Arguments.of("changed after signing", changed()),
                Arguments.of("that is none", "a.b.c"));
    }

    private static String signedByAnother() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return good().sign(generator.generateKeyPair().getPrivate());
    }

    private static String signedWithASecret() {
        return Jwt.issuer(TestTokens.ISSUER)
                .audience(TestTokens.AUDIENCE)
                .claim("preferred_username", "ana")
                .claim("roles", List.of("reader"))
                .expiresIn(Duration.ofHours(1))
                .signWithSecret("a secret that everybody knows, long enough for HS256");
    }

    private static String unsigned() {
        return text("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                + "."
                + TestTokens.signed(good()).split("\\.", -1)[1]
                + ".";
    }

    private static String changed() {
        var parts = TestTokens.signed(good()).split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + text(claims.replace("reader", "manager")) + "." + parts[2];
    }

    private static String text(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("badTokens")
    void refuses(String what, String token) {
        given().auth()
                .oauth2(token)
                .get(BOOKS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void takesAGoodTokenAndNoneWithoutRole() {
        given().auth().oauth2(TestTokens.signed(good())).get(BOOKS).then().statusCode(200);
        given().auth()
                .oauth2(TestTokens.signed(TestTokens.claims("ana")))
                .get(BOOKS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
