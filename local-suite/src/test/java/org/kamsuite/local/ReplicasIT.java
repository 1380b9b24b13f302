package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Freeze;
import org.kamsuite.embedded.Ports;

/// Two processes of each service on the same databases and the same broker.
@Tag("long")
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path data;

    private final Map<String, List<ServiceProcess>> replicas = new HashMap<>();
    private Trial trial;
    private Suite suite;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var seed = Long.getLong("kam.fault.seed", System.nanoTime());
        System.out.println("seed " + seed);
        suite = TestSuite.start(data);
        for (var service : Suite.SERVICES) {
            replicas.put(
                    service,
                    List.of(suite.service(service), suite.startReplica(service, Ports.free())));
        }
        trial = Trial.of(suite, seed, replicas("account-service"));
        trial.writeCatalogue();
        trial.writer().openAccounts();
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void shareTheWorkAndTakeOverFromEachOther()
            throws IOException, InterruptedException, ExecutionException, SQLException {
        trial.write(100);
        trial.awaitConvergence();
        awaitSharedPartitions();
        for (var service : Suite.SERVICES) {
            assertThat(leaders(service)).hasSize(1);
        }
        assertThat(dailyRuns()).isNotEmpty().doesNotHaveDuplicates();

        var survivors = new HashMap<String, ServiceProcess>();
        try (var background = Executors.newSingleThreadExecutor()) {
            var writing =
                    background.submit(() -> {
                        trial.write(200);
                        return null;
                    });
            for (var service : Suite.SERVICES) {
                var leader = leaders(service).getFirst();
                leader.process().destroyForcibly().waitFor();
                survivors.put(service, other(service, leader));
            }
            writing.get();
        }

        Trial.awaitConvergence(
                trial.writer().model(),
                new Checker(
                        TestSuite.api(suite, required(survivors, "account-service"), "manager"),
                        TestSuite.api(suite, required(survivors, "scoring-service"), "reader"),
                        TestSuite.api(
                                suite, required(survivors, "opportunity-service"), "reader")));
        for (var survivor : survivors.values()) {
            assertThat(Metrics.isLeading(survivor)).isTrue();
        }
    }

    @Test
    void fenceARelayThatWasPausedWhileItPublished()
            throws IOException, InterruptedException, SQLException {
        trial.write(40);
        trial.awaitConvergence();
        var old = leaders("account-service").getFirst();
        var successor = other("account-service", old);
        var database = new ServiceDatabase(suite, "account");
        Freeze frozen;
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            // A fact sheet reads this table: the relay stands still in the midst of a round.
            connection.setAutoCommit(false);
            statement.execute("lock table dislikes in access exclusive mode");
            TestSuite.api(suite, successor, "administrator")
                    .post("/admin/republications", "{ \"raiseEpoch\": false }")
                    .required();
            await().atMost(PATIENCE)
                    .until(() ->
                            !database.texts(
                                            """
                                            select pid::text from pg_locks
                                            where relation = 'dislikes'::regclass and not granted
                                            """)
                                    .isEmpty());
            frozen = Freeze.of(old.process());
            connection.commit();
        }
        await().atMost(PATIENCE).until(() -> Metrics.isLeading(successor));
        trial.writer().writeTo(List.of(TestSuite.api(suite, successor, "manager")));
        trial.write(40);
        Trial.awaitConvergence(trial.writer().model(), checkerOf(successor));
        var before = output(old).length();
        frozen.close();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(output(old).substring(before))
                                .containsPattern(
                                        "The relay waits: .*(newer producer|old epoch|fenced)"));
        trial.writer().writeTo(List.of(TestSuite.api(suite, old, "manager")));
        trial.write(40);
        trial.awaitConvergence();
        assertThat(leaders("account-service")).containsExactly(successor);
        assertThatVersionsNeverFall("accounts");
    }

    @Test
    void neverGiveMoreSlotsThanThereAre()
            throws IOException, InterruptedException, ExecutionException {
        for (var scoring : replicas("scoring-service")) {
            // The verdicts of this test are its own.
            scoring.process().destroyForcibly().waitFor();
        }
        var _ =
                new Programme(suite, replicas("account-service"))
                        .fillTenSlotsByTwoHundredRequests();
    }

    private Checker checkerOf(ServiceProcess accountService) {
        return new Checker(
                TestSuite.api(suite, accountService, "manager"),
                TestSuite.api(suite, "scoring-service", "reader"),
                TestSuite.api(suite, "opportunity-service", "reader"));
    }

    private List<ServiceProcess> replicas(String service) {
        return required(replicas, service);
    }

    private static <T> T required(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private List<ServiceProcess> leaders(String service) throws IOException, InterruptedException {
        var leaders = new ArrayList<ServiceProcess>();
        for (var replica : replicas(service)) {
            if (Metrics.isLeading(replica)) {
                leaders.add(replica);
            }
        }
        return leaders;
    }

    private ServiceProcess other(String service, ServiceProcess one) {
        return replicas(service).stream()
                .filter(replica -> replica != one)
                .findFirst()
                .orElseThrow();
    }

    /// Every consumer group has two members with some of the partitions each.
    private void awaitSharedPartitions() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", suite.brokers()))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        var names =
                                admin.listConsumerGroups().all().get().stream()
                                        .map(group -> group.groupId())
                                        .toList();
                        assertThat(names).hasSize(8);
                        for (var group : admin.describeConsumerGroups(names).all().get().values()) {
                            assertThat(group.members())
                                    .as(group.groupId())
                                    .hasSize(2)
                                    .allSatisfy(member ->
                                            assertThat(member.assignment().topicPartitions())
                                                    .hasSize(3));
                        }
                    });
        }
    }

    /// What both processes of every service say to have run today.
    private List<String> dailyRuns() throws IOException {
        var runs = new ArrayList<String>();
        for (var service : Suite.SERVICES) {
            for (var process : replicas(service)) {
                output(process)
                        .lines()
                        .filter(line -> line.contains("Ran the daily task"))
                        .map(line -> service + line.substring(line.indexOf("Ran the daily task")))
                        .forEach(runs::add);
            }
        }
        return runs;
    }

    private static String output(ServiceProcess service) throws IOException {
        return Files.readString(service.log());
    }

    private void assertThatVersionsNeverFall(String topic) {
        var newest = new HashMap<String, String>();
        for (var kafka : TopicLog.read(suite.brokers(), topic)) {
            var version = TopicLog.version(kafka);
            var before = newest.put(kafka.key(), version);
            assertThat(before == null || before.compareTo(version) <= 0)
                    .as("%s: %s after %s", kafka.key(), version, before)
                    .isTrue();
        }
    }
}
