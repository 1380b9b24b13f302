package org.kamsuite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.kamsuite.account.AccountApi.as;
import static org.kamsuite.account.AccountApi.open;
import static org.kamsuite.account.AccountApi.record;
import static org.kamsuite.account.AccountApi.remainderOf;
import static org.kamsuite.account.AccountApi.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class WonOpportunityTest {

    @Inject ObjectMapper json;
    @Inject DataSource database;

    private final String opportunity = UUID.randomUUID().toString();
    private long sequence;

    @BeforeEach
    void configureTheCompany() {
        AccountApi.configureTheCompany();
    }

    @Test
    void becomesAHoldingOnce() {
        var account = open("Aurora Energia");
        var centre = remainderOf(account);

        tell(account, centre, null, state -> state);
        tell(account, centre, null, state -> state.put("reason", "Signed twice"));

        eventually().untilAsserted(() -> assertThat(settledReason()).contains("Signed twice"));
        assertThat(wins(account)).hasSize(1);
        List<Map<String, Object>> holdings = sheet(account).getList("facts.holdings");
        assertThat(holdings).hasSize(1);
        assertThat(holdings.getFirst())
                .containsEntry("opportunityId", opportunity)
                .containsEntry("productCode", "SENSOR-PRO")
                .containsEntry("annualValue", "360000.0000")
                .containsEntry("startsOn", "2026-11-01");
        assertThat(sheet(account).getString("facts.wins[0].outcome")).isEqualTo("BOOKED");
        assertThat(sheet(account).getLong("sequence")).isEqualTo(2);
    }

    @Test
    void endsWhatItReplacesAndRestoresItWhenTakenBack() {
        var account = open("Borealis");
        var centre = remainderOf(account);
        var old = record(account, "holdings", holding(centre, "SENSOR-BASIC", "2024-01-01"));

        tell(account, centre, old, state -> state);
        eventually()
                .untilAsserted(() ->
                        assertThat(holding(account, old)).containsEntry("endsOn", "2026-11-01"));
        tell(account, centre, old, state -> state.put("state", "QUALIFIED"));

        eventually()
                .untilAsserted(
                        () -> assertThat(holding(account, old)).containsEntry("endsOn", null));
        assertThat(
                        sheet(account)
                                .getString(
                                        "facts.holdings.find { it.opportunityId != null }.endsOn"))
                .isEqualTo("2026-11-01");
        assertThat(sheet(account).getList("facts.wins")).isEmpty();
    }

    @Test
    void isMatchedWithTheHoldingThatWasImportedBefore() {
        var account = open("Cobalt");
        var centre = remainderOf(account);
        var imported = record(account, "holdings", holding(centre, "SENSOR-PRO", "2026-11-03"));

        tell(account, centre, null, state -> state);

        eventually().untilAsserted(() -> assertThat(wins(account)).hasSize(1));
        assertThat(sheet(account).getList("facts.holdings")).hasSize(1);
        assertThat(holding(account, imported)).containsEntry("opportunityId", opportunity);
    }

    @Test
    void isNotAddedAgainByHand() {
        var account = open("Dione");
        var centre = remainderOf(account);
        tell(account, centre, null, state -> state);
        eventually().untilAsserted(() -> assertThat(wins(account)).hasSize(1));

        as("manager")
                .body(holding(centre, "SENSOR-PRO", "2026-12-01"))
                .post("/api/v1/accounts/" + account + "/holdings")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-recorded"));
    }

    @Test
    void isNotAddedAgainUnderTheContractThatItNamed() {
        var account = open("Ganymede");
        tell(account, remainderOf(account), null, state -> state.put("contractNumber", "K-9"));
        eventually().untilAsserted(() -> assertThat(wins(account)).hasSize(1));
        var centre =
                record(
                        account,
                        "centres",
                        """
                        { "name": "Plant", "area": "OPERATIONS", "decisionScope": [],
                          "status": "ACTIVE", "zone": "America/Sao_Paulo",
                          "observationComplete": true }
                        """);
        var contract =
                record(
                        account,
                        "contracts",
                        "{ \"number\": \"K-9\", \"startsOn\": \"2026-11-01\", \"annualValue\": { \"amount\": \"360000\", \"currency\": \"BRL\" } }");

        as("manager")
                .body(
                        holding(centre, "SENSOR-PRO", "2026-12-15")
                                .replaceFirst("\\{", "{ \"contractId\": \"" + contract + "\","))
                .post("/api/v1/accounts/" + account + "/holdings")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-recorded"));
    }

    @Test
    void isRefusedWhereTheFactSheetIsFull() throws SQLException {
        var account = open("Io");
        fill(account);

        tell(account, remainderOf(account), null, state -> state);

        eventually()
                .untilAsserted(() ->
                        assertThat(wins(account))
                                .singleElement()
                                .satisfies(win -> {
                                    assertThat(win).containsEntry("status", "WON_NOT_BOOKED");
                                    assertThat(win).containsEntry("reason", "FACT_SHEET_FULL");
                                }));
        assertThat(sheet(account).getString("facts.wins[0].reason")).isEqualTo("FACT_SHEET_FULL");
        assertThat(settledReason()).isPresent();
    }

    /// Records goals until there is room for no other fact.
    private static void fill(String account) {
        var families = 100;
        while (families > 0) {
            var status =
                    as("manager")
                            .body(
                                    Map.of(
                                            "text",
                                            "x",
                                            "families",
                                            Collections.nCopies(families, "\u5927".repeat(64)),
                                            "priority",
                                            1,
                                            "status",
                                            "CONFIRMED",
                                            "evidencedOn",
                                            List.of()))
                            .post("/api/v1/accounts/" + account + "/goals")
                            .statusCode();
            families = status == 201 ? families : families / 2;
        }
    }

    @Test
    void showsWhyItWasNotBooked() {
        var account = open("Europa");

        tell(account, UUID.randomUUID().toString(), null, state -> state);

        eventually()
                .untilAsserted(() ->
                        assertThat(wins(account))
                                .singleElement()
                                .satisfies(win -> {
                                    assertThat(win).containsEntry("status", "WON_NOT_BOOKED");
                                    assertThat(win).containsEntry("reason", "CENTRE_UNKNOWN");
                                }));
        assertThat(sheet(account).getString("facts.wins[0].reason")).isEqualTo("CENTRE_UNKNOWN");
        assertThat(sheet(account).getList("facts.holdings")).isEmpty();
    }

    @Test
    void doesNothingBeforeItIsWon() {
        var account = open("Fornax");
        var centre = remainderOf(account);

        tell(account, centre, null, state -> state.put("state", "PROPOSED"));
        tell(account, centre, null, state -> state.put("winVersion", 2));

        eventually().untilAsserted(() -> assertThat(wins(account)).hasSize(1));
        assertThat(sheet(account).getList("facts.holdings")).hasSize(1);
    }

    /// The reason that the opportunity's last event gave, once everything has followed from it.
    private Optional<String> settledReason() throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select o.reason
                                from opportunities o
                                where o.opportunity_id = ?::uuid
                                    and not exists (select 1 from stale_marks s where s.key = ?)
                                """)) {
            select.setString(1, opportunity);
            select.setString(2, opportunity);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static List<Map<String, Object>> wins(String account) {
        return as("reader")
                .get("/api/v1/accounts/" + account + "/wins")
                .jsonPath()
                .getList("items");
    }

    private static Map<String, Object> holding(String account, String id) {
        return sheet(account).getMap("facts.holdings.find { it.holdingId == '" + id + "' }");
    }

    private static String holding(String centre, String product, String startsOn) {
        return """
        { "centreId": "%s", "productCode": "%s", "quantity": "120",
          "annualValue": { "amount": "240000", "currency": "BRL" }, "startsOn": "%s" }
        """
                .formatted(centre, product, startsOn);
    }

    /// Publishes the next state of the opportunity: the sample's, changed.
    private void tell(
            String account,
            String centre,
            @Nullable String replaces,
            UnaryOperator<ObjectNode> change) {
        var state = sample();
        state.put("opportunityId", opportunity);
        state.put("accountId", account);
        state.put("centreId", centre);
        state.put("replacesHoldingId", replaces);
        OpportunityEvents.publish(opportunity, ++sequence, change.apply(state).toString());
    }

    private ObjectNode sample() {
        try {
            var file = Path.of("../docs/events/opportunities.sample.json");
            return (ObjectNode) json.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
