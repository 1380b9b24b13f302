package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Ports;

/// The database keeps its connections and says nothing, as one whose host is gone.
@Tag("long")
class HangingDatabaseIT {

    private static final String PATIENCE_OF_CONNECTIONS =
            "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout";

    @TempDir Path data;

    @Test
    void isRefusedInTimeAndServedAgainAfterwards()
            throws IOException, InterruptedException, ExecutionException {
        var seed = Long.getLong("kam.fault.seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (var suite = TestSuite.start(data);
                var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var service =
                    suite.startReplica(
                            "account-service", Ports.free(), Map.of(PATIENCE_OF_CONNECTIONS, "5"));
            var trial = Trial.of(suite, seed, List.of(service));
            trial.writeCatalogue();
            trial.writer().openAccounts();

            Future<?> writing;
            try (var _ = suite.freezePostgres()) {
                writing =
                        background.submit(() -> {
                            trial.write(40);
                            return null;
                        });
                var api = TestSuite.api(suite, service, "reader");
                for (var again = 0; again < 10; again++) {
                    // Each is answered before the caller's own patience, of 15 seconds, ends.
                    assertThat(api.get("/api/v1/accounts").status()).isEqualTo(503);
                }
                assertThat(status(service, "ready")).isEqualTo(503);
                assertThat(status(service, "live")).isEqualTo(200);
                assertThat(writing.isDone()).isFalse();
            }

            writing.get();
            await().atMost(Duration.ofMinutes(1)).until(() -> status(service, "ready") == 200);
            trial.awaitConvergence();
            trial.checker().checkFeed(trial.writer().model());
        }
    }

    private static int status(ServiceProcess service, String health)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(service.url() + "/q/health/" + health))
                                    .timeout(Duration.ofSeconds(15))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
