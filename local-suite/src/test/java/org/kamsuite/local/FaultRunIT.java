package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A writer keeps its own account of what was acknowledged while every part of the suite is killed.
class FaultRunIT {

    private static final Duration CONVERGENCE = Duration.ofMinutes(3);

    private final int changes = Integer.getInteger("kam.fault.changes", 300);
    private final int kills = Integer.getInteger("kam.fault.kills", 5);
    private final long seed = Long.getLong("kam.fault.seed", System.nanoTime());

    @Test
    void keepsEveryAcknowledgedChangeExactlyOnceWhileItsPartsAreKilled(@TempDir Path data)
            throws IOException, InterruptedException, ExecutionException {
        System.out.printf("seed %d, %d changes, %d kills%n", seed, changes, kills);
        try (var suite = TestSuite.start(data)) {
            var writer =
                    new Writer(
                            TestSuite.api(suite, "account-service", "manager"),
                            seed,
                            LocalDate.now(ZoneOffset.UTC));
            writer.openAccounts();
            writeCatalogue(suite);
            var killer = new Killer(suite, seed);

            try (var background = Executors.newSingleThreadExecutor()) {
                var killing =
                        background.submit(() -> {
                            try {
                                killer.kill(kills, writer, changes / kills);
                            } finally {
                                writer.allow(changes);
                            }
                            return null;
                        });
                writer.write(changes);
                killing.get();
            }

            assertThat(killer.killed()).hasSize(kills);
            checkAll(suite, writer);
        }
    }

    private static void writeCatalogue(Suite suite) throws IOException, InterruptedException {
        var catalogue = TestSuite.api(suite, "opportunity-service", "lead");
        for (var number = 0; number < 10; number++) {
            catalogue
                    .put(
                            "/api/v1/products/P" + number,
                            """
                            { "productCode": "P%d", "name": "Product %d", "familyCode": "F",
                              "familyName": "Family", "lifeCycle": "ACTIVE", "valueMode": "MONEY",
                              "sectors": [], "edges": [] }
                            """
                                    .formatted(number, number))
                    .required();
        }
    }

    private static void checkAll(Suite suite, Writer writer) {
        var checker =
                new Checker(
                        TestSuite.api(suite, "account-service", "manager"),
                        TestSuite.api(suite, "scoring-service", "reader"),
                        TestSuite.api(suite, "opportunity-service", "reader"));
        for (var account : writer.model()) {
            await().atMost(CONVERGENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> {
                        checker.checkAccountService(account);
                        checker.checkScoringService(account);
                        checker.checkOpportunityService(account);
                    });
        }
    }
}
