package org.kamsuite.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One request is one trace, through all services and back.
class TraceIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    @TempDir Path data;

    @Test
    void aWriteIsFollowedToEveryServiceThatComputesFromIt() throws Exception {
        try (var collector = TraceCollector.start();
                var suite = TestSuite.start(data, "--traces", collector.url())) {
            openAccount(suite);

            // Each service hands its spans over when it likes: a parent may come after its
            // children.
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> {
                        var spans = collector.spans(TRACE);
                        assertThat(spans)
                                .extracting(TraceCollector.Collected::work)
                                .contains(
                                        "account-service: POST /api/v1/accounts",
                                        "account-service: send accounts",
                                        "account-service: send account-changes",
                                        "scoring-service: process accounts",
                                        "scoring-service: compute score",
                                        "scoring-service: send scores",
                                        "account-service: process scores",
                                        "opportunity-service: process accounts",
                                        "opportunity-service: compute white-space");
                        var ids = spans.stream().map(TraceCollector.Collected::id).collect(toSet());
                        ids.add(CALLER);
                        assertThat(spans).allMatch(span -> ids.contains(span.parent()));
                    });
        }
    }

    private static void openAccount(Suite suite) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        suite.service("account-service").url()
                                                + "/api/v1/accounts"))
                        .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                        .header("Authorization", "Bearer " + suite.token("ana", "manager"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        { "profile": { "name": "Traced", "status": "ACTIVE", "sectorCode": "35.1" } }
                                        """))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }
}
