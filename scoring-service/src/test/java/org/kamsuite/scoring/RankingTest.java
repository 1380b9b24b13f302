package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.scoring.facts.Facts;
import org.kamsuite.scoring.facts.Sheet;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class RankingTest extends ScoringScenario {

    private static final String SPLIT = "breakdown.criteria.find { it.code == '%s' }.split";

    @Inject @All List<DailyTask> tasks;
    @Inject BusinessClock clock;
    @Inject Facts facts;

    private final UUID account = UUID.randomUUID();

    @BeforeEach
    void scoreAnAccount() throws IOException {
        sendTheSettings();
        score(account);
    }

    private void score(UUID scored) throws IOException {
        events.send("accounts", scored.toString(), FACTS, 1, sheetOf(scored));
        Awaitility.await("score of " + scored)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + scored).then().statusCode(200));
    }

    @Test
    void ranksWhatIsKnownBeforeWhatMayBeHigh() throws IOException, SQLException {
        var thin = UUID.randomUUID();
        var young = UUID.randomUUID();
        score(thin);
        score(young);
        rank(account, "50", "48", "[]");
        rank(young, "60", "40", "[{\"code\": \"COVERAGE_TOO_LOW\"}]");
        rank(thin, "99", "9", "[{\"code\": \"COVERAGE_TOO_LOW\"}]");
        var ours = List.of(account.toString(), young.toString(), thin.toString());

        assertThat(ranked("")).filteredOn(ours::contains).isEqualTo(ours);
        assertThat(ranked("&sort=-totalLow")).filteredOn(ours::contains).isEqualTo(ours);
        assertThat(ranked("&sort=-total"))
                .filteredOn(ours::contains)
                .containsExactly(thin.toString(), young.toString(), account.toString());
        assertThat(ranked("&covered=true"))
                .filteredOn(ours::contains)
                .containsExactly(account.toString());
    }

    /// As if the account had been scored like this.
    private void rank(UUID scored, String total, String totalLow, String reasons)
            throws SQLException {
        execute(
                """
                update scores
                set status = 'SCORED', total = %s,
                    verdict = verdict || '{"totalLow": "%s", "reasons": %s}'
                where account_id = '%s'
                """
                        .formatted(total, totalLow, reasons, scored));
    }

    @Test
    void breaksTiesByGrowthThenLifetimeValueThenTenureThenIdentifier()
            throws IOException, SQLException {
        var ids = Stream.generate(UUID::randomUUID).limit(6).map(UUID::toString).sorted().toList();
        for (var id : ids) {
            score(UUID.fromString(id));
        }
        tie(ids.get(0), "70", "800", 2);
        tie(ids.get(1), "70", "800", 2);
        tie(ids.get(2), "70", "800", 9);
        tie(ids.get(3), "70", "900", 1);
        tie(ids.get(4), "80", "1", 1);
        tie(ids.get(5), "null", "null", 99);

        assertThat(ranked(""))
                .filteredOn(ids::contains)
                .containsExactly(
                        ids.get(4), ids.get(3), ids.get(2), ids.get(0), ids.get(1), ids.get(5));
    }

    private void tie(String scored, String growth, String lifetimeValue, int activeYears)
            throws SQLException {
        rank(UUID.fromString(scored), "50", "48", "[]");
        execute(
                """
                update scores
                set growth = %s, lifetime_value = %s, active_years = %d
                where account_id = '%s'
                """
                        .formatted(growth, lifetimeValue, activeYears, scored));
    }

    private static List<String> ranked(String query) {
        return as("reader")
                .get("/api/v1/scores?limit=500" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.verdict.accountId");
    }

    @Test
    void hasAnotherTagOnceTheExplanationChanges() throws SQLException {
        var read = as("reader").get("/api/v1/scores/" + account);
        var tag = read.header("ETag");
        as("reader")
                .header("If-None-Match", tag)
                .get("/api/v1/scores/" + account)
                .then()
                .statusCode(304);
        execute(
                "update scores set breakdown = jsonb_set(breakdown, '{sensitivity}', '\"0.123\"') where account_id = '%s'"
                        .formatted(account));

        var again = as("reader").header("If-None-Match", tag).get("/api/v1/scores/" + account);

        again.then().statusCode(200);
        assertThat(again.header("ETag")).isNotEqualTo(tag);
        assertThat(again.<String>path("verdict.scoreId")).isEqualTo(read.path("verdict.scoreId"));
    }

    @Test
    void explainsAScoreByItsFactsAndWhatItRestsOn() {
        as("reader")
                .get("/api/v1/scores/" + account)
                .then()
                .body("breakdown.snapshotHash.length()", equalTo(64))
                .body(
                        "breakdown.criteria.find { it.code == 'C5' }.parts[0].facts.evidence[0].on",
                        equalTo("2026-04-01"))
                .body(
                        "breakdown.criteria.find { it.code == 'C5' }.parts[0].facts.evidence[0].type",
                        equalTo("SECTOR_RANKING"))
                .body(
                        "breakdown.criteria.find { it.code == 'C1' }.parts.measure",
                        equalTo(List.of("revenueShare", "multiple")));
    }

    @Test
    void tellsTheInstitutionalPartOfTheRelationshipFromThePersonalOne() {
        // Six years 80, the stage 50, a success 100.
        as("reader")
                .get("/api/v1/scores/" + account)
                .then()
                .body(SPLIT.formatted("C6") + ".institutional", equalTo("76.67"))
                .body(SPLIT.formatted("C5"), nullValue());
    }

    @Test
    void readsAnExplanationThatWasStoredBeforeTheSplit() throws SQLException {
        execute(
                """
                update scores
                set breakdown = jsonb_set(breakdown, '{criteria}', (
                    select jsonb_agg(line - 'split')
                    from jsonb_array_elements(breakdown -> 'criteria') lines (line)))
                where account_id = '%s'
                """
                        .formatted(account));

        as("reader")
                .get("/api/v1/scores/" + account)
                .then()
                .statusCode(200)
                .body("breakdown.criteria", hasSize(6))
                .body(SPLIT.formatted("C6"), nullValue());
    }

    @Test
    void readsTheModelThatItScoresBy() {
        as("reader")
                .get("/api/v1/scoring-models?state=PUBLISHED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(1));
        as("reader")
                .get("/api/v1/scoring-models/1")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("model.gate.entryThreshold", equalTo(70))
                .body("model.revenueShare.share[1]", equalTo(List.of(0.005f, 30)));
        as("reader").get("/api/v1/scoring-models/99").then().statusCode(404);
    }

    @Test
    void proposesWeightsFromJudgementsInPairs() {
        as("lead")
                .body(judgements(15))
                .post("/api/v1/scoring-models/weight-proposals")
                .then()
                .statusCode(200)
                .body("weights.C1", equalTo(16.67f))
                .body("consistencyRatio", equalTo(0.0f))
                .body("consistent", equalTo(true));
        as("lead")
                .body(judgements(14))
                .post("/api/v1/scoring-models/weight-proposals")
                .then()
                .statusCode(400);
    }

    private static String judgements(int number) {
        var codes = List.of("C1", "C2", "C3", "C4", "C5", "C6");
        return codes.stream()
                .flatMap(code ->
                        codes.stream()
                                .filter(other -> code.compareTo(other) < 0)
                                .map(other ->
                                        "{ \"criterion\": \"%s\", \"other\": \"%s\", \"value\": \"1\" }"
                                                .formatted(code, other)))
                .limit(number)
                .collect(Collectors.joining(",", "{ \"judgements\": [", "] }"));
    }

    @Test
    void forgetsOldVerdictsButNotThePresentOne() throws SQLException {
        Postgres.execute(
                url,
                "update score_history set computed_at = clock_timestamp() - interval '6 years' where account_id = '%s'"
                        .formatted(account));
        execute(
                """
                insert into score_history (score_id, account_id, as_of, verdict, computed_at)
                select gen_random_uuid(), '%s', current_date, '{}',
                    clock_timestamp() - years * interval '1 year'
                from unnest(array[4, 6]) as old (years)
                """
                        .formatted(account));

        for (var task : tasks) {
            if (task.name().equals("score-history-retention")) {
                try (var connection = database.getConnection()) {
                    task.run(clock.today(), connection);
                }
            }
        }

        assertThat(history()).isEqualTo(2);
    }

    private int history() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from score_history where account_id = '%s'"
                                        .formatted(account))) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void countsAChildFromTheDayItBelongsToItsParent() throws IOException, SQLException {
        var today = clock.today();
        var now = child(today.toString());
        var later = child(today.plusDays(9).toString());

        assertThat(members(today)).containsExactlyInAnyOrder(account, now);
        assertThat(members(today.plusDays(9))).containsExactlyInAnyOrder(account, now, later);
        try (var connection = database.getConnection()) {
            var roots = new ArrayList<UUID>();
            facts.eachTree(connection, today, tree -> roots.add(tree.top().accountId()));
            assertThat(roots).contains(account, later).doesNotContain(now);
        }
    }

    private UUID child(String since) throws IOException {
        var child = UUID.randomUUID();
        events.send(
                "accounts",
                child.toString(),
                FACTS,
                1,
                sheetOf(child)
                        .replace("\"parentId\": null", "\"parentId\": \"" + account + "\"")
                        .replace("\"parentSince\": null", "\"parentSince\": \"" + since + "\""));
        Awaitility.await("score of " + child)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + child).then().statusCode(200));
        return child;
    }

    private List<UUID> members(LocalDate day) throws SQLException {
        try (var connection = database.getConnection()) {
            return facts.tree(connection, account, day).orElseThrow().members().stream()
                    .map(Sheet::accountId)
                    .toList();
        }
    }
}
