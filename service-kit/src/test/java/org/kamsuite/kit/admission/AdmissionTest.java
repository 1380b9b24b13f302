package org.kamsuite.kit.admission;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@TestProfile(AdmissionTest.Small.class)
@QuarkusTestResource(ServersForTests.class)
class AdmissionTest {

    private static final int MOST = 2;

    /// Two requests at once.
    public static final class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kam.admission.in-work",
                    Integer.toString(MOST),
                    "kam.admission.retry-after",
                    "7S");
        }
    }

    @Inject MeterRegistry metrics;

    private final List<Socket> held = new ArrayList<>();

    @AfterEach
    void letGo() throws IOException {
        HeldResource.LET_GO.release(held.size());
        for (var each : held) {
            each.close();
        }
        try {
            await().untilAsserted(() -> assertThat(inWork()).isZero());
        } finally {
            HeldResource.LET_GO.drainPermits();
            HeldResource.ARRIVED.drainPermits();
        }
    }

    @Test
    void refusesOneMoreThanItMayWorkOn() throws Exception {
        var refusedBefore = refused();
        hold(MOST);

        given().auth()
                .oauth2(TestTokens.of("ana", "reader"))
                .get("/api/v1/books")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "7")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("/problems/too-busy"))
                .body("status", equalTo(503))
                .body("instance", equalTo("/api/v1/books"))
                .body("detail", containsString("works on 2 requests at once"))
                .body("most", equalTo(2));
        assertThat(refused()).isEqualTo(refusedBefore + 1);
        assertThat(inWork()).isEqualTo(MOST);
    }

    @Test
    void takesTheNextOnceOneIsDone() throws Exception {
        hold(MOST);
        HeldResource.LET_GO.release();

        await().untilAsserted(() -> assertThat(inWork()).isEqualTo(MOST - 1));

        given().auth()
                .oauth2(TestTokens.of("ana", "reader"))
                .get("/api/v1/books")
                .then()
                .statusCode(200);
    }

    @Test
    void whoWaitsHoldsNoPlace() throws Exception {
        hold("/api/v1/held/lent", 2 * MOST);

        assertThat(inWork()).isZero();
        hold(MOST);
        given().get("/api/v1/books").then().statusCode(503);
    }

    @Test
    void refusesBeforeItLooksAtTheToken() throws Exception {
        hold(MOST);

        given().get("/api/v1/books").then().statusCode(503);
    }

    @Test
    void whoOperatesTheServiceIsNeverRefused() throws Exception {
        hold(MOST);

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("kam_admission_in_work 2.0"));
        given().auth()
                .oauth2(TestTokens.of("ana", "administrator"))
                .get("/admin/rebuilds")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesALongBodyWithoutReadingIt() throws Exception {
        hold(MOST);

        try (var socket = open("POST /api/v1/books", "Content-Length: 1000000")) {
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer)
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void letsGoOfACallerWhoSendsMoreThanIsTaken() throws Exception {
        try (var socket = open("POST /api/v1/books", "Content-Length: 9000000")) {
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void goesOnWithTheConnectionAfterAShortBody() throws Exception {
        hold(MOST);

        try (var socket = open("POST /api/v1/books", "Content-Length: 4")) {
            socket.getOutputStream().write("true".getBytes(US_ASCII));
            send(socket, "GET /q/health/live", "Connection: close");
            var answers = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answers).startsWith("HTTP/1.1 503 ").contains("HTTP/1.1 200 ");
        }
    }

    @Test
    void countsAResourceUntilItIsDoneThoughItsCallerHasLeft() throws Exception {
        hold(MOST);
        held.getFirst().close();

        try (var other = open("GET /q/health/live", "Connection: close")) {
            other.getInputStream().readAllBytes();
        }
        given().get("/api/v1/books").then().statusCode(503);
        HeldResource.LET_GO.release();

        await().untilAsserted(() -> assertThat(inWork()).isEqualTo(MOST - 1));
    }

    @Test
    void everyAnswerGivesItsPlaceBack() throws Exception {
        for (var again = 0; again < 3 * MOST; again++) {
            given().get("/api/v1/books").then().statusCode(401);
            given().get("/api/v1/nothing").then().statusCode(404);
            given().delete("/api/v1/books").then().statusCode(405);
            given().auth()
                    .oauth2(TestTokens.of("ana", "reader"))
                    .get("/api/v1/books/faults")
                    .then()
                    .statusCode(500);
            given().auth()
                    .oauth2(TestTokens.of("ana", "manager"))
                    .contentType("application/json")
                    .body("{")
                    .post("/api/v1/books")
                    .then()
                    .statusCode(400);
            try (var socket = open("POST /api/v1/books", "Content-Length: 9000000")) {
                assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 413");
            }
        }

        await().untilAsserted(() -> assertThat(inWork()).isZero());
    }

    @Test
    void aCallerWhoLeavesBeforeHisBodyGivesHisPlaceBack() throws Exception {
        for (var again = 0; again < 3 * MOST; again++) {
            var socket = open("POST /api/v1/books", "Content-Length: 100");
            await().untilAsserted(() -> assertThat(inWork()).isEqualTo(1));
            socket.close();
            await().untilAsserted(() -> assertThat(inWork()).isZero());
        }
    }

    private void hold(int requests) throws IOException, InterruptedException {
        hold("/api/v1/held", requests);
    }

    private void hold(String path, int requests) throws IOException, InterruptedException {
        for (var number = 0; number < requests; number++) {
            held.add(open("GET " + path, "Accept: */*"));
        }
        assertThat(HeldResource.ARRIVED.tryAcquire(requests, 20, TimeUnit.SECONDS)).isTrue();
    }

    private static Socket open(String line, String header) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        send(socket, line, header);
        return socket;
    }

    private static void send(Socket socket, String line, String header) throws IOException {
        var request =
                "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                        .formatted(line, TestTokens.of("ana", "manager"), header);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
    }

    private double inWork() {
        return metrics.get("kam.admission.in.work").gauge().value();
    }

    private double refused() {
        var counter = metrics.find("kam.requests.postponed").tag("reason", "too-busy").counter();
        return counter == null ? 0 : counter.count();
    }
}
