package org.kamsuite.kit.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

/// Clients that begin a request and do not end it.
@QuarkusTest
@TestProfile(SlowClientTest.Impatient.class)
@QuarkusTestResource(ServersForTests.class)
class SlowClientTest {

    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.idle-timeout", "4S",
                    "quarkus.http.read-timeout", "2S",
                    "kam.http.body-within", "4S");
        }
    }

    @Inject MeterRegistry metrics;

    @Test
    void isLetGoWithinItsHeader() throws IOException {
        try (var socket = send("GET /api/v1/books HTTP/1.1\r\nHost: local")) {
            assertThat(end(socket)).isEmpty();
        }
    }

    @Test
    void isLetGoWithinItsBodyAndGivesItsPlaceBack() throws IOException {
        try (var socket = send(post() + "{ \"title\"")) {
            await().untilAsserted(() -> assertThat(inWork()).isEqualTo(1));

            assertThat(end(socket)).isEmpty();
        }
        await().untilAsserted(() -> assertThat(inWork()).isZero());
    }

    @Test
    void isLetGoThoughItSendsAByteNowAndThen() throws Exception {
        try (var socket = send(post() + "{")) {
            var answer = CompletableFuture.supplyAsync(() -> end(socket));
            while (!answer.isDone()) {
                drip(socket);
            }

            assertThat(answer.get())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("/problems/body-too-slow");
        }
        await().untilAsserted(() -> assertThat(inWork()).isZero());
    }

    private static void drip(Socket socket) throws InterruptedException {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException e) {
            // The server has closed the connection.
        }
        Thread.sleep(500);
    }

    private static String post() {
        return "POST /api/v1/books HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + TestTokens.of("ana", "manager")
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";
    }

    private static Socket send(String begin) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(begin.getBytes(US_ASCII));
        return socket;
    }

    private static String end(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double inWork() {
        return metrics.get("kam.admission.in.work").gauge().value();
    }
}
