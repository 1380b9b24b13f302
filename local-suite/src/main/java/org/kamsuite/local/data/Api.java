package org.kamsuite.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// The suite's REST interface, as an integrator uses it.
public final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String account;
    private final String scoring;
    private final String opportunity;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public Api(String account, String scoring, String opportunity, String token) {
        this.account = account;
        this.scoring = scoring;
        this.opportunity = opportunity;
        this.token = token;
    }

    public String account() {
        return account;
    }

    public String scoring() {
        return scoring;
    }

    public String opportunity() {
        return opportunity;
    }

    public ObjectMapper json() {
        return json;
    }

    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET());
    }

    /// Reads once the answer rests on what an earlier write has answered as its sequence.
    JsonNode getSettledOn(String sequence, String url) throws IOException, InterruptedException {
        return send(request(url).header("X-Wait-For", sequence + ";10000ms").GET());
    }

    /// The body of the answer as it is.
    String text(String url) throws IOException, InterruptedException {
        return answer(request(url).GET()).body();
    }

    public JsonNode put(String url, Object body) throws IOException, InterruptedException {
        return send(
                request(url)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    public JsonNode post(String url, Object body) throws IOException, InterruptedException {
        return send(posting(url, body));
    }

    /// Decides on whatever version there is.
    JsonNode postIfMatch(String url, Object body) throws IOException, InterruptedException {
        return send(posting(url, body).header("If-Match", "*"));
    }

    private HttpRequest.Builder posting(String url, Object body) throws IOException {
        return request(url)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    /// Records a fact of an account.
    Written record(String url, Object content) throws IOException, InterruptedException {
        return write(posting(url, content));
    }

    /// Changes parts of a fact, whatever its version.
    Written change(String url, JsonNode parts) throws IOException, InterruptedException {
        return write(
                request(url)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(parts.toString())));
    }

    /// Removes a fact, whatever its version.
    Written remove(String url) throws IOException, InterruptedException {
        return write(request(url).header("If-Match", "*").DELETE());
    }

    private Written write(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var answer = answer(builder);
        return new Written(
                json.readTree(answer.body()).path("id").asText(),
                answer.headers().firstValue("Account-Sequence").orElseThrow());
    }

    /// Sends rows as NDJSON and waits until each has its result.
    ///
    /// @return the number of rows by outcome
    public JsonNode load(String kind, String system, String rows)
            throws IOException, InterruptedException {
        var taken =
                send(
                        request(account + "/api/v1/imports?kind=" + kind + "&system=" + system)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(rows)));
        var progress = taken;
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!progress.path("state").asText().equals("DONE")) {
            if (System.nanoTime() > end) {
                throw new IOException("The import of " + kind + " takes too long: " + progress);
            }
            Thread.sleep(100);
            progress = get(account + "/api/v1/imports/" + taken.path("id").asText());
        }
        if (progress.path("rows").has("REJECTED")) {
            var rejected =
                    get(
                            account
                                    + "/api/v1/imports/"
                                    + taken.path("id").asText()
                                    + "/rows?outcome=REJECTED&limit=1");
            throw new IOException("Rows of " + kind + " were rejected: " + rejected);
        }
        return progress.path("rows");
    }

    /// Compares all accounts anew, now that their facts are there; else it is done in the night.
    void makeFrames() throws IOException, InterruptedException {
        post(
                opportunity() + "/api/v1/peer-frames",
                Map.of("reason", "The first import is complete"));
        new Settling(this).awaitQuiet();
        post(scoring() + "/api/v1/reference-frames", Map.of("renewMedian", true));
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        return json.readTree(answer(builder).body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder builder)
            throws IOException, InterruptedException {
        var request = builder.build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (isToComeAgain(response) && System.nanoTime() < end) {
            Thread.sleep(
                    Duration.ofSeconds(
                            response.headers().firstValueAsLong("Retry-After").orElse(1)));
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (response.statusCode() >= 300) {
            throw new IOException(
                    request.method()
                            + " "
                            + request.uri()
                            + " answered "
                            + response.statusCode()
                            + ": "
                            + response.body());
        }
        return response;
    }

    private static boolean isToComeAgain(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    /// What a write has answered.
    ///
    /// @param id of the fact, empty where it is removed
    /// @param sequence how far the account has come by it
    record Written(String id, String sequence) {}
}
