package org.kamsuite.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@TestProfile(RateLimitTest.Strict.class)
@QuarkusTestResource(ServersForTests.class)
class RateLimitTest {

    /// One request a second, and five at once after a rest.
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kam.rate-limit.requests-per-second", "1", "kam.rate-limit.burst", "5");
        }
    }

    private static Response read(String caller) {
        return given().auth().oauth2(TestTokens.of(caller, "reader")).get("/api/v1/books");
    }

    private static long served(String caller, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> read(caller).statusCode() == 200)
                .count();
    }

    @Test
    void refusesWhatIsMoreThanABurst() {
        assertThat(served("eager", 30)).isBetween(5L, 20L);

        var refusal = IntStream.range(0, 20).mapToObj(i -> read("eager")).toList().getLast();

        refusal.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", "\"caller\";q=5;w=5")
                .header("RateLimit", matchesPattern("\"caller\";r=0;t=[1-5]"))
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/too-many-requests"))
                .body(
                        "detail",
                        containsString("eager may send 1 requests a second, and 5 at once"));
    }

    @Test
    void countsEachCallerAlone() {
        assertThat(served("bento", 30)).isLessThan(30);

        read("clara").then().statusCode(200).header("RateLimit", equalTo("\"caller\";r=4;t=1"));
    }

    @Test
    void asksForATokenFirst() {
        var statuses =
                IntStream.range(0, 10).map(i -> given().get("/api/v1/books").statusCode()).boxed();

        assertThat(statuses).containsOnly(401);
    }
}
