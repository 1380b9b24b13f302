package org.kamsuite.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.embedded.TestEvents;

/// Faults at chosen moments: between two lines, in one record, in the rows of a projection, in a
/// whole database.
@Tag("long")
class TargetedFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Map<String, List<String>>> PROJECTIONS =
            Map.of(
                    "account",
                    Map.of(
                            "scores",
                            List.of("verdicts"),
                            "opportunities",
                            List.of("opportunities"),
                            "white-space",
                            List.of("prospects")),
                    "scoring",
                    Map.of(
                            "company", List.of("company"),
                            "accounts", List.of("account_facts"),
                            "white-space", List.of("white_space_totals")),
                    "opportunity",
                    Map.of(
                            "company", List.of("company"),
                            "accounts", List.of("account_facts", "account_holdings")));

    @TempDir static Path data;

    private static Trial trial;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        trial = Trial.start(data, Long.getLong("kam.fault.seed", System.nanoTime()));
        trial.write(100);
        trial.awaitConvergence();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @Test
    void theCheckerNoticesWhatIsLostAndWhatIsThereTwice() {
        var lost = accountWithBoth();
        lost.revenueLine(UUID.randomUUID(), BigDecimal.ONE);
        lost.holding(UUID.randomUUID(), BigDecimal.ONE);
        var twice = accountWithBoth();
        twice.revenueLines().remove(twice.revenueLines().keySet().iterator().next());
        twice.holdings().remove(twice.holdings().keySet().iterator().next());

        for (var wrong : List.of(lost, twice)) {
            assertThatThrownBy(() -> trial.checker().checkAccountService(wrong))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> trial.checker().checkScoringService(wrong))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> trial.checker().checkOpportunityService(wrong))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static AcknowledgedAccount accountWithBoth() {
        return trial.acknowledged().stream()
                .filter(account ->
                        !account.revenueLines().isEmpty() && !account.holdings().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRelayKilledBetweenTheAcknowledgementAndTheDeletePublishesAgainWithoutASecondEffect()
            throws SQLException, IOException, InterruptedException {
        try (var hold = Hold.before("delete", database("account"), "outbox")) {
            trial.write(4);
            hold.awaitHeld();
            trial.suite().service("account-service").process().destroyForcibly().waitFor();
        }
        trial.suite().restart("account-service");
        trial.write(4);
        trial.awaitConvergence();

        assertThat(repeated("account-changes", kafka -> TopicLog.header(kafka, "ce_id")))
                .isNotEmpty();
        assertThat(repeated("accounts", kafka -> kafka.key() + TopicLog.version(kafka)))
                .isNotEmpty();
    }

    @Test
    void aConsumerKilledBetweenTheCommitAndTheOffsetsReadsAgainWithoutASecondEffect()
            throws SQLException, IOException, InterruptedException {
        var scoring = database("scoring");
        var before = versions(scoring);
        try (var hold = Hold.before("insert", scoring, "inbox_versions")) {
            trial.write(4);
            hold.awaitHeld();
            assertThat(versions(scoring)).isEqualTo(before);
            // Without its broker the service commits to the database and cannot commit offsets.
            trial.suite().broker().destroyForcibly().waitFor();
        }
        await().atMost(PATIENCE).until(() -> !versions(scoring).equals(before));
        trial.suite().service("scoring-service").process().destroyForcibly().waitFor();
        trial.suite().restartBroker();
        trial.suite().restart("scoring-service");

        await().atMost(PATIENCE)
                .until(() ->
                        Metrics.sum(
                                        trial.suite().service("scoring-service"),
                                        "kam_consumer_records_total",
                                        "outdated")
                                > 0);
        trial.awaitConvergence();
    }

    @Test
    void aPoisonedRecordIsBuriedAndTheNextOnesGoOn()
            throws SQLException, IOException, InterruptedException {
        var scoring = database("scoring");
        var key = UUID.randomUUID().toString();
        try (var events = new TestEvents(trial.suite().brokers())) {
            events.sendPoison("accounts", key);
        }
        scoring.execute(
                "alter table account_facts add constraint planted check (name <> 'Refused')");
        var account = openAccount("Refused");
        trial.write(4);
        trial.awaitConvergence();

        for (var service : List.of("scoring-service", "opportunity-service")) {
            awaitLetter(service, key);
        }
        var letter = awaitLetter("scoring-service", account);
        scoring.execute("alter table account_facts drop constraint planted");
        administrator("scoring-service")
                .post(
                        "/admin/dead-letters/accounts/replays",
                        """
                        { "partition": %s, "offset": %s }
                        """
                                .formatted(letter.required("partition"), letter.required("offset")))
                .required();
        await().atMost(PATIENCE).until(() -> status("scoring-service", scorePath(account)) == 200);
    }

    @Test
    void aRebuiltProjectionEqualsTheOldOne()
            throws SQLException, IOException, InterruptedException {
        trial.write(40);
        trial.awaitConvergence();
        trial.awaitDrained();
        var before = content();

        assertThat(rebuildAll()).containsOnly(0);

        assertThat(content()).isEqualTo(before);
        for (var database : PROJECTIONS.entrySet()) {
            assertThat(database(database.getKey()).texts("select topic from inbox_loads"))
                    .containsExactlyInAnyOrderElementsOf(database.getValue().keySet());
        }
        trial.awaitConvergence();
    }

    @Test
    void aProjectionRebuiltUnderWritesEqualsTheOldOne()
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var background = Executors.newSingleThreadExecutor()) {
            var writing =
                    background.submit(() -> {
                        trial.write(200);
                        return null;
                    });
            do {
                assertThat(rebuildAll()).containsOnly(0);
            } while (!writing.isDone());
            writing.get();
        }
        trial.awaitConvergence();
        trial.awaitDrained();
        var before = content();

        assertThat(rebuildAll()).containsOnly(0);

        assertThat(content()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "scoring", "opportunity"})
    void twoServicesReadAndWriteWhileTheThirdIsDown(String down)
            throws IOException, InterruptedException {
        var account = trial.acknowledged().getFirst().id();
        var reads =
                Map.of(
                        "account", "/api/v1/accounts/" + account,
                        "scoring", scorePath(account),
                        "opportunity", matrixPath(account));
        stop(down);
        try (var client = HttpClient.newHttpClient()) {
            for (var up : reads.keySet()) {
                if (!up.equals(down)) {
                    var service = up + "-service";
                    assertThat(trial.suite().service(service).isReady(client)).isTrue();
                    assertThat(status(service, reads.get(up))).isEqualTo(200);
                    write(service);
                }
            }
        }
        trial.suite().restart(down + "-service");
        trial.awaitConvergence();
    }

    private static void write(String service) throws IOException, InterruptedException {
        switch (service) {
            case "account-service" -> trial.write(4);
            case "opportunity-service" -> trial.writeProduct("WHILE-ONE-IS-DOWN");
            default ->
                    TestSuite.api(trial.suite(), service, "lead")
                            .post("/api/v1/reference-frames", "{ \"renewMedian\": false }")
                            .required();
        }
    }

    @Test
    void aDumpOfAccountsConvergesHoweverOftenItIsRestored()
            throws SQLException, IOException, InterruptedException {
        dump("account");
        var dumped = trial.acknowledged();
        for (var lost : List.of("Lost", "Lost once more")) {
            loseAndRestore(lost, dumped);
        }
        forgetDump("account");
        assertThatNothingDiffersFromWhatIsTold();
    }

    private static void loseAndRestore(String name, List<AcknowledgedAccount> dumped)
            throws SQLException, IOException, InterruptedException {
        var lost = openAccount(name);
        trial.write(40);
        trial.awaitConvergence();
        await().atMost(PATIENCE).until(() -> status("scoring-service", scorePath(lost)) == 200);
        var accounts = administrator("account-service");
        var told = follow(accounts, 0);

        restore("account");
        trial.writer().forgetAllBut(dumped);
        var gone = accounts.get(feed(told));
        assertThat(gone.status()).isEqualTo(410);
        var known = gone.body().required("goOnAfter").asLong();
        assertThat(follow(accounts, known)).isEqualTo(known).isLessThan(told);

        trial.awaitConvergence();
        for (var answer :
                Map.of("scoring-service", scorePath(lost), "opportunity-service", matrixPath(lost))
                        .entrySet()) {
            await().atMost(PATIENCE).until(() -> status(answer.getKey(), answer.getValue()) == 404);
        }
        trial.write(40);
        trial.awaitConvergence();
        assertThat(follow(accounts, known)).isGreaterThan(told);
    }

    /// Reads the feed from the position to its end.
    private static long follow(Api accounts, long after) throws IOException, InterruptedException {
        var last = accounts.get(feed(after)).required().required("last").asLong();
        return last == after ? last : follow(accounts, last);
    }

    private static String feed(long after) {
        return "/api/v1/changes?limit=500&after=" + after;
    }

    @Test
    void aRestoredDumpOfScoresConverges() throws SQLException, IOException, InterruptedException {
        dump("scoring");
        trial.write(40);
        trial.awaitConvergence();

        restore("scoring");
        forgetDump("scoring");

        trial.awaitConvergence();
        awaitVerdictsAsScored();
        assertThatNothingDiffersFromWhatIsTold();
    }

    @Test
    void aRestoredDumpOfOpportunitiesConverges()
            throws SQLException, IOException, InterruptedException {
        dump("opportunity");
        trial.writeProduct("LOST");
        trial.write(40);
        trial.awaitConvergence();

        restore("opportunity");
        forgetDump("opportunity");

        trial.awaitConvergence();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(newest("catalogue", "LOST"))
                                .isNotNull()
                                .extracting(ConsumerRecord::value)
                                .isNull());
        assertThatNothingDiffersFromWhatIsTold();
    }

    /// Every projection of every service is what its topic makes anew.
    private static void assertThatNothingDiffersFromWhatIsTold()
            throws IOException, InterruptedException {
        trial.awaitDrained();
        assertThat(rebuildAll()).containsOnly(0);
    }

    /// The account-service has of every account the verdict that the scoring-service answers.
    private static void awaitVerdictsAsScored() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        database("account")
                                                .texts(
                                                        "select account_id || ' ' || score_id from verdicts order by 1"))
                                .isEqualTo(
                                        database("scoring")
                                                .texts(
                                                        "select account_id || ' ' || score_id from scores order by 1")));
    }

    private static ServiceDatabase database(String name) {
        return new ServiceDatabase(trial.suite(), name);
    }

    private static Api administrator(String service) {
        return TestSuite.api(trial.suite(), service, "administrator");
    }

    private static String openAccount(String name) throws IOException, InterruptedException {
        return TestSuite.api(trial.suite(), "account-service", "manager")
                .post(
                        "/api/v1/accounts",
                        """
                        { "profile": { "name": "%s", "status": "ACTIVE", "sectorCode": "35.1" } }
                        """
                                .formatted(name))
                .required()
                .required("id")
                .asText();
    }

    private static String scorePath(String account) {
        return "/api/v1/scores/" + account;
    }

    private static String matrixPath(String account) {
        return "/api/v1/white-space/" + account;
    }

    private static int status(String service, String path)
            throws IOException, InterruptedException {
        return TestSuite.api(trial.suite(), service, "reader").get(path).status();
    }

    private static List<String> versions(ServiceDatabase database) throws SQLException {
        return database.texts(
                """
                select key || ' ' || epoch || ' ' || sequence
                from inbox_versions
                where topic = 'accounts'
                order by key
                """);
    }

    /// The keys of records that stand in the topic more than once.
    private static List<String> repeated(
            String topic, Function<ConsumerRecord<String, String>, String> key) {
        return TopicLog.read(trial.suite().brokers(), topic).stream()
                .filter(kafka -> kafka.headers().lastHeader("ce_id") != null)
                .collect(groupingBy(key, counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable ConsumerRecord<String, String> newest(String topic, String key) {
        return TopicLog.read(trial.suite().brokers(), topic).stream()
                .filter(kafka -> key.equals(kafka.key()))
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static JsonNode awaitLetter(String service, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var letters =
                                    administrator(service).get("/admin/dead-letters/accounts");
                            for (var letter : letters.required().required("items")) {
                                if (key.equals(letter.path("key").asText())) {
                                    return letter;
                                }
                            }
                            return null;
                        },
                        letter -> letter != null);
    }

    /// The rows of all projections, by database and table.
    private static Map<String, List<String>> content() throws SQLException {
        var content = new LinkedHashMap<String, List<String>>();
        for (var database : PROJECTIONS.entrySet()) {
            for (var tables : database.getValue().values()) {
                for (var table : tables) {
                    content.put(
                            database.getKey() + "." + table,
                            database(database.getKey()).content(table));
                }
            }
        }
        return content;
    }

    /// Rebuilds every projection, and answers of each how many keys were wrong.
    private static List<Integer> rebuildAll() throws IOException, InterruptedException {
        var wrong = new ArrayList<Integer>();
        for (var database : PROJECTIONS.entrySet()) {
            var service = administrator(database.getKey() + "-service");
            for (var topic : database.getValue().keySet()) {
                var id =
                        service.post("/admin/rebuilds", "{ \"topic\": \"" + topic + "\" }")
                                .required()
                                .required("id")
                                .asText();
                wrong.add(awaitRebuild(service, id).required("differingKeys").asInt());
            }
        }
        return wrong;
    }

    private static JsonNode awaitRebuild(Api service, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            for (var rebuild :
                                    service.get("/admin/rebuilds").required().required("items")) {
                                if (rebuild.required("id").asText().equals(id)) {
                                    return rebuild;
                                }
                            }
                            throw new AssertionError("The rebuild " + id + " is not listed");
                        },
                        rebuild -> rebuild.required("state").asText().equals("SWAPPED"));
    }

    private static void dump(String name) throws SQLException, IOException, InterruptedException {
        trial.awaitDrained();
        stop(name);
        postgres().execute(copy(name, name + "_dump", name));
        trial.suite().restart(name + "-service");
    }

    /// Puts the dump in the place of the database, as a restore does; the service finds that out.
    private static void restore(String name)
            throws SQLException, IOException, InterruptedException {
        stop(name);
        postgres()
                .execute(
                        "drop database " + name + " with (force)",
                        copy(name + "_dump", name, name));
        trial.suite().restart(name + "-service");
    }

    private static String copy(String from, String to, String service) {
        return "create database %s template %s owner %s"
                .formatted(to, from, Postgres.owner(service));
    }

    private static void forgetDump(String name) throws SQLException {
        postgres().execute("drop database " + name + "_dump");
    }

    private static void stop(String name) throws InterruptedException {
        trial.suite().service(name + "-service").process().destroyForcibly().waitFor();
    }

    private static ServiceDatabase postgres() {
        return database("postgres");
    }
}
