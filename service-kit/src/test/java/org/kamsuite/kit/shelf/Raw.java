package org.kamsuite.kit.shelf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.kamsuite.embedded.TestTokens;

/// Sends what a well-behaved client would not.
final class Raw {

    private Raw() {}

    /// The whole answer to a request line.
    static String send(String line) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request =
                    line
                            + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + TestTokens.of("ana", "reader")
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answer to a body whose length is not announced.
    static HttpResponse<String> post(String path, BodyPublisher body) {
        return post(path, "application/json", body);
    }

    static HttpResponse<String> post(String path, String type, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + TestTokens.of("ana", "manager"))
                        .header("Content-Type", type)
                        .POST(body)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
