package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Ports;

/// All replicas of all services are replaced under load, as an upgrade does it.
@Tag("long")
class RollingRestartIT {

    private static final int REPLICAS = 2;

    /// How long a replica that is told to go still answers, so that gateways can notice.
    private static final Map<String, String> GOODBYE = Map.of("quarkus.shutdown.delay", "5S");

    @TempDir Path data;

    private final Map<String, Gateway> gateways = new LinkedHashMap<>();

    @Test
    void noRequestFailsAndNoWriteIsLost()
            throws IOException, InterruptedException, ExecutionException {
        var seed = Long.getLong("kam.fault.seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (var suite = TestSuite.start(data)) {
            for (var service : Suite.SERVICES) {
                gateways.put(service, Gateway.to(replicas(suite, service)));
                // The one that knows no goodbye takes no part.
                suite.service(service).close();
            }
            var accounts = api(suite, "account-service", "manager");
            var writer = new Writer(List.of(accounts), seed, LocalDate.now(ZoneOffset.UTC));
            Trial.writeCatalogue(api(suite, "opportunity-service", "lead"));
            writer.openAccounts();

            restartAllUnder(suite, writer);

            gateways.forEach((service, gateway) -> {
                System.out.printf("%s: %d requests%n", service, gateway.passed());
                assertThat(gateway.failures()).as(service).isEmpty();
                assertThat(gateway.passed()).as(service).isGreaterThan(100);
            });
            awaitConvergence(suite, writer.model());
        } finally {
            gateways.values().forEach(Gateway::close);
        }
    }

    private void restartAllUnder(Suite suite, Writer writer)
            throws IOException, InterruptedException, ExecutionException {
        var over = new AtomicBoolean();
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = new ArrayList<Future<?>>();
            load.add(background.submit(writing(writer, over)));
            for (var path :
                    Map.of(
                                    "account-service", "/api/v1/accounts?limit=10",
                                    "scoring-service", "/api/v1/scores?limit=10",
                                    "opportunity-service", "/api/v1/recommendations?limit=10")
                            .entrySet()) {
                var api = api(suite, path.getKey(), "reader");
                load.add(background.submit(reading(api, path.getValue(), over)));
            }
            try {
                for (var service : Suite.SERVICES) {
                    restart(suite, service);
                }
            } finally {
                over.set(true);
            }
            for (var each : load) {
                each.get();
            }
        }
    }

    private static Callable<Void> writing(Writer writer, AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                // Enough to notice what fails, and not so much that no successor can start.
                writer.allow(4);
                writer.write(4);
                Thread.sleep(1000);
            }
            return null;
        };
    }

    private static Callable<Void> reading(Api api, String path, AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                assertThat(api.get(path).status()).isEqualTo(200);
                Thread.sleep(100);
            }
            return null;
        };
    }

    /// One successor at a time: it takes requests before its predecessor is told to go.
    private void restart(Suite suite, String service) throws IOException, InterruptedException {
        var gateway = gateway(service);
        for (var old : gateway.ready()) {
            var successor = suite.startReplica(service, Ports.free(), GOODBYE);
            gateway.add(successor);
            await().atMost(Duration.ofMinutes(1)).until(() -> gateway.ready().contains(successor));
            old.process().destroy();
            assertThat(old.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            gateway.remove(old);
        }
        assertThat(gateway.ready()).hasSize(REPLICAS);
    }

    private static List<ServiceProcess> replicas(Suite suite, String service)
            throws IOException, InterruptedException {
        var replicas = new ArrayList<ServiceProcess>();
        for (var number = 0; number < REPLICAS; number++) {
            replicas.add(suite.startReplica(service, Ports.free(), GOODBYE));
        }
        return replicas;
    }

    private void awaitConvergence(Suite suite, List<AcknowledgedAccount> model)
            throws IOException, InterruptedException {
        var checker =
                new Checker(
                        api(suite, "account-service", "lead"),
                        api(suite, "scoring-service", "reader"),
                        api(suite, "opportunity-service", "reader"));
        Trial.awaitConvergence(model, checker);
        checker.checkFeed(model);
    }

    private Api api(Suite suite, String service, String roles) {
        return new Api(gateway(service).url(), suite.token("test", roles));
    }

    private Gateway gateway(String service) {
        return Objects.requireNonNull(gateways.get(service));
    }
}
