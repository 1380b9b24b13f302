package org.kamsuite.kit.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

/// Browsers let in the pages of the hosts that the configuration names, and no other.
@QuarkusTest
@TestProfile(CorsTest.OneHost.class)
@QuarkusTestResource(ServersForTests.class)
class CorsTest {

    private static final String NAMED = "https://crm.example.com";
    private static final String OTHER = "https://elsewhere.example.com";

    /// The settings that docs/security.md names.
    public static final class OneHost implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", NAMED);
        }
    }

    @Test
    void letsInThePagesOfTheNamedHost() {
        from(NAMED)
                .get("/api/v1/books")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", NAMED)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void letsInNoPageOfAnotherHost() {
        from(OTHER)
                .get("/api/v1/books")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void letsThePagesOfTheNamedHostWriteWithConditions() {
        write(NAMED)
                .options("/api/v1/books")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", NAMED)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"));
    }

    @Test
    void letsNoPageOfAnotherHostWrite() {
        write(OTHER)
                .options("/api/v1/books")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static RequestSpecification from(String origin) {
        return given().auth().oauth2(TestTokens.of("ana", "reader")).header("Origin", origin);
    }

    /// What a browser asks before it sends a write; it sends no token with it.
    private static RequestSpecification write(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "If-Match,Authorization");
    }
}
