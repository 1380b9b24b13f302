package org.kamsuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/// Speaks JSON with one running service, as one caller.
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String url;
    private final String token;

    public Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Reads a resource once it rests on what an earlier write answered as its sequence.
    public Answer getSettledOn(String sequence, String path)
            throws IOException, InterruptedException {
        return send(request(path).header("X-Wait-For", sequence + ";10000ms").GET());
    }

    /// Writes a resource, whatever its version.
    public Answer put(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("If-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID());
    }

    /// Posts with an idempotency key, so that it may be sent again when no answer came.
    public Answer post(String path, String body, UUID key)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Idempotency-Key", key.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Posts rows as NDJSON.
    public Answer postRows(String path, String rows) throws IOException, InterruptedException {
        return send(
                request(path)
                        .setHeader("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(rows)));
    }

    /// Posts a decision that rests on the version the caller has seen.
    public Answer postIfMatch(String path, String body, String version)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("If-Match", version)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Changes some properties of the version that the caller has seen.
    public Answer patch(String path, String body, String version)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .setHeader("Content-Type", "application/merge-patch+json")
                        .header("If-Match", version)
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Removes the version that the caller has seen.
    public Answer delete(String path, String version) throws IOException, InterruptedException {
        return send(request(path).header("If-Match", version).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var body =
                response.body().isEmpty()
                        ? MissingNode.getInstance()
                        : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body, response.headers());
    }

    /// What a service answered.
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /// The body of a success.
        ///
        /// @throws Trouble for any other answer
        public JsonNode required() {
            if (!isSuccess()) {
                throw new Trouble("A service answered " + status + ": " + body);
            }
            return body;
        }

        public String header(String name) {
            return headers.firstValue(name)
                    .orElseThrow(() -> new Trouble("The answer has no header " + name));
        }
    }
}
