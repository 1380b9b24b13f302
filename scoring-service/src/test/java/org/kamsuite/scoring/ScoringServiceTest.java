package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.scoring.facts.Facts;
import org.kamsuite.scoring.facts.Sheet;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class ScoringServiceTest extends ScoringScenario {

    @Inject Facts facts;

    @BeforeEach
    void tellTheSettings() throws IOException {
        sendTheSettings();
    }

    /// The sample's fact sheet with another identity and recent revenue.
    private String sheet(UUID account) throws IOException {
        var month = YearMonth.now(ZoneOffset.UTC).minusMonths(2);
        return sheetOf(account)
                .replace("\"2026-09\"", "\"" + month + "\"")
                .replace("2026-09-28", month.atDay(28).toString())
                .replace("2026-08-14", LocalDate.now(ZoneOffset.UTC).minusMonths(1).toString());
    }

    @Test
    void scoresTheSampleSheetAndExplainsIt() throws IOException {
        var account = UUID.randomUUID();

        events.send("accounts", account.toString(), FACTS, 42, sheet(account));

        as("reader")
                .header("X-Wait-For", account + ";1.42;100ms")
                .get("/api/v1/scores/" + account)
                .then()
                .statusCode(504)
                .body("type", equalTo("/problems/projection-behind"));
        events.send(
                "white-space",
                account.toString(),
                "org.kamsuite.whitespace.totals.v1",
                1,
                sample("white-space")
                        .replace("01938b1c-0000-7000-8000-000000000001", account.toString()));
        as("reader")
                .header("X-Wait-For", account + ";1.42;10000ms")
                .get("/api/v1/scores/" + account)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("verdict.status", equalTo("SCORED"))
                .body("verdict.settled", equalTo(true))
                .body("breakdown.criteria", hasSize(6))
                .body("breakdown.criteria.parts.flatten().measure", hasItem("people"));
        as("reader")
                .queryParam("count", "exact")
                .get("/api/v1/scores")
                .then()
                .statusCode(200)
                .body("count", greaterThan(0))
                .body("items.verdict.accountId", hasItem(account.toString()));
    }

    @Test
    void doesNotScoreAnAccountWithoutRevenue() throws IOException {
        var account = UUID.randomUUID();
        var sheet =
                sheet(account)
                        .replaceAll("\"months\": \\[[^\\]]*\\]", "\"months\": []")
                        .replaceAll("\"lastPurchaseOn\": \"[^\"]*\"", "\"lastPurchaseOn\": null");

        events.send("accounts", account.toString(), FACTS, 1, sheet);

        await(account)
                .untilAsserted(() ->
                        as("reader")
                                .get("/api/v1/scores/" + account)
                                .then()
                                .body("verdict.status", equalTo("NOT_SCORED"))
                                .body("verdict.notScoredReason", equalTo("NO_REVENUE")));
    }

    @Test
    void leavesAKeyAccountOutOfTheSumsAboveItFromItsDayOn() throws IOException, SQLException {
        var parent = UUID.randomUUID();
        var child = UUID.randomUUID();
        var day = LocalDate.of(2026, 10, 1);

        events.send("accounts", parent.toString(), FACTS, 1, sheet(parent));
        events.send(
                "accounts",
                child.toString(),
                FACTS,
                1,
                sheet(child)
                        .replace("\"parentId\": null", "\"parentId\": \"" + parent + "\"")
                        .replace("\"ownRollUpFrom\": null", "\"ownRollUpFrom\": \"" + day + "\""));

        await(child)
                .untilAsserted(() ->
                        assertThat(members(parent, day.minusDays(1)))
                                .containsExactly(parent, child));
        assertThat(members(parent, day)).containsExactly(parent);
        assertThat(members(child, day)).containsExactly(child);
        assertThat(tops(day.minusDays(1))).contains(parent).doesNotContain(child);
        assertThat(tops(day)).contains(parent, child);
    }

    private List<UUID> members(UUID account, LocalDate asOf) throws SQLException {
        try (var connection = database.getConnection()) {
            return facts.tree(connection, account, asOf).stream()
                    .flatMap(tree -> tree.members().stream())
                    .map(Sheet::accountId)
                    .toList();
        }
    }

    private List<UUID> tops(LocalDate asOf) throws SQLException {
        var tops = new ArrayList<UUID>();
        try (var connection = database.getConnection()) {
            facts.eachTree(connection, asOf, tree -> tops.add(tree.top().accountId()));
        }
        return tops;
    }

    @Test
    void passesOverAPoisonedRecordAndGoesOn() throws IOException {
        var account = UUID.randomUUID();

        events.sendPoison("accounts", account.toString());
        events.send("accounts", account.toString(), FACTS, 7, sheet(account));

        await(account)
                .untilAsserted(() ->
                        as("reader")
                                .get("/api/v1/scores/" + account)
                                .then()
                                .statusCode(200)
                                .body("verdict.factsSequence", equalTo(7)));
    }

    @Test
    void listsDeadLettersAndSaysWhyOneIsStillPoisoned() {
        var key = UUID.randomUUID().toString();
        events.sendPoison("accounts", key);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as("administrator")
                                .get("/admin/dead-letters/accounts")
                                .then()
                                .statusCode(200)
                                .body("items.key", hasItem(key)));
        var letter =
                as("administrator")
                        .get("/admin/dead-letters/accounts")
                        .<Map<String, Object>>path("items.find { it.key == '%s' }".formatted(key));
        as("administrator")
                .body(
                        "{ \"partition\": %s, \"offset\": %s }"
                                .formatted(letter.get("partition"), letter.get("offset")))
                .post("/admin/dead-letters/accounts/replays")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/still-poisoned"));
        as("reader").get("/admin/dead-letters/accounts").then().statusCode(403);
    }

    @Test
    void buriesASheetThatCannotBeAppliedAndTakesTheNext() throws IOException {
        var account = UUID.randomUUID();
        // A sheet without its name cannot be applied.
        var sheet = sheet(account);
        events.send(
                "accounts",
                account.toString(),
                FACTS,
                3,
                sheet.replace("\"name\": \"Aurora Energia S.A.\",", ""));

        await(account)
                .untilAsserted(() ->
                        as("administrator")
                                .get("/admin/dead-letters/accounts")
                                .then()
                                .body("items.key", hasItem(account.toString())));
        as("reader").get("/api/v1/scores/" + account).then().statusCode(404);
        events.send("accounts", account.toString(), FACTS, 4, sheet);
        await(account)
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + account).then().statusCode(200));
    }

    @Test
    void publishesEveryStateAgainUnderAHigherEpoch() throws IOException {
        var account = UUID.randomUUID();
        events.send("accounts", account.toString(), FACTS, 1, sheet(account));
        await(account)
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + account).then().statusCode(200));

        as("administrator")
                .body("{ \"raiseEpoch\": true }")
                .post("/admin/republications")
                .then()
                .statusCode(202)
                .body("states.scores", greaterThan(0));
        as("lead").body("{}").post("/admin/republications").then().statusCode(403);
    }

    @Test
    void ignoresWhatArrivesLate() throws IOException {
        var account = UUID.randomUUID();

        events.send("accounts", account.toString(), FACTS, 9, sheet(account));
        events.send(
                "accounts", account.toString(), FACTS, 8, sheet(account).replace("Aurora", "Old"));
        var marker = UUID.randomUUID();
        events.send("accounts", marker.toString(), FACTS, 1, sheet(marker));

        await(marker)
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + marker).then().statusCode(200));
        await(account)
                .untilAsserted(() ->
                        as("reader")
                                .get("/api/v1/scores/" + account)
                                .then()
                                .body("verdict.factsSequence", equalTo(9))
                                .body("name", equalTo("Aurora Energia S.A.")));
    }

    private static ConditionFactory await(UUID account) {
        return Awaitility.await("score of " + account).atMost(Duration.ofSeconds(30));
    }
}
