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
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class FactSheetTest {

    /// One fact of every kind; `%s` is a buying centre.
    private static final Map<String, String> FACTS =
            Map.ofEntries(
                    Map.entry(
                            "locations",
                            "{'country': 'BR', 'city': 'São Paulo', 'zone': 'America/Sao_Paulo'}"),
                    Map.entry(
                            "stakeholders",
                            "{'centreId': '%s', 'name': 'Rui', 'roles': ['DECIDER', 'CHAMPION'], 'influence': 5,"
                                    + " 'support': 1, 'coverage': 'IN_DEPTH', 'observedOn': '2026-08-14'}"),
                    Map.entry(
                            "holdings",
                            "{'centreId': '%s', 'productCode': 'SENSOR-BASIC', 'quantity': '120',"
                                    + " 'annualValue': {'amount': '240000', 'currency': 'BRL'},"
                                    + " 'startsOn': '2024-01-01', 'renewalOn': '2027-01-01', 'utilisation': '0.93', 'observedOn': '2026-09-30'}"),
                    Map.entry(
                            "contracts",
                            "{'number': 'K-2024-17', 'startsOn': '2024-01-01', 'endsOn': '2027-01-01',"
                                    + " 'annualValue': {'amount': '240000', 'currency': 'BRL'}}"),
                    Map.entry(
                            "revenue-lines",
                            "{'invoicedOn': '2026-09-28', 'productCode': 'SENSOR-BASIC', 'cost': '11000',"
                                    + " 'amount': {'amount': '20000', 'currency': 'BRL'}, 'recurring': true}"),
                    Map.entry("margin-rates", "{'rate': '0.42', 'observedOn': '2026-01-31'}"),
                    Map.entry("service-efforts", "{'workedOn': '2026-09-03', 'hours': '46.5'}"),
                    Map.entry(
                            "service-requests",
                            "{'centreId': '%s', 'type': 'SUPPORT', 'complexity': 'BESPOKE', 'openedOn': '2026-09-03'}"),
                    Map.entry("bespoke-terms", "{'kind': 'OWN_SLA', 'agreedOn': '2025-02-01'}"),
                    Map.entry(
                            "satisfaction-answers",
                            "{'centreId': '%s', 'score': '80', 'influence': 5, 'answeredOn': '2026-06-30'}"),
                    Map.entry(
                            "complaints",
                            "{'centreId': '%s', 'severity': 'NORMAL', 'openedOn': '2026-05-02', 'closedOn': '2026-05-09'}"),
                    Map.entry(
                            "relationship-stages",
                            "{'stage': 'COOPERATIVE', 'observedOn': '2026-02-10'}"),
                    Map.entry(
                            "delivered-projects",
                            "{'centreId': '%s', 'name': 'Roll-out', 'deliveredOn': '2025-11-20', 'outcome': 'SUCCESS'}"),
                    Map.entry(
                            "evidence-items",
                            "{'kind': 'RECOGNITION', 'type': 'AWARD', 'value': 75, 'rater': 'ana', 'observedOn': '2026-04-01'}"),
                    Map.entry(
                            "goals",
                            "{'text': 'Fewer failures', 'families': ['SENSORS'], 'priority': 4,"
                                    + " 'status': 'CONFIRMED', 'dueOn': '2027-06-30', 'evidencedOn': ['2026-03-02']}"),
                    Map.entry(
                            "pain-points",
                            "{'centreId': '%s', 'description': 'Failures', 'families': ['SENSORS'], 'severity': 4,"
                                    + " 'status': 'CONFIRMED', 'evidencedOn': ['2026-05-05']}"),
                    Map.entry(
                            "dislikes",
                            "{'productCode': 'SENSOR-LEGACY', 'observedOn': '2026-01-15'}"));

    @Inject ObjectMapper json;

    @BeforeEach
    void configureTheCompany() {
        AccountApi.configureTheCompany();
    }

    @Test
    void carriesEveryKindOfFactAsItsSchemaSays() throws IOException {
        var account = open("Aurora Energia");
        var centre = remainderOf(account);
        FACTS.forEach((kind, content) ->
                record(account, kind, content.formatted(centre).replace('\'', '"')));

        var sheet = sheet(account);

        var facts = json.valueToTree(sheet.getMap("facts"));
        assertThat(schema("accounts").validate(facts)).isEmpty();
        assertThat(sheet.getLong("sequence")).isEqualTo(FACTS.size() + 1L);
        assertThat(facts.at("/effort/0/hours").asText()).isEqualTo("46.50");
        assertThat(facts.at("/requests/0/bespoke").asInt()).isEqualTo(1);
        assertThat(facts.at("/revenue/months/0/recurring").asText()).isEqualTo("20000.0000");
        assertThat(facts.at("/evidence/0/type").asText()).isEqualTo("AWARD");
        assertThat(facts.at("/revenue/purchaseDays").asInt()).isEqualTo(1);
        for (var kind :
                List.of(
                        "locations",
                        "stakeholders",
                        "holdings",
                        "contracts",
                        "marginRates",
                        "bespokeTerms",
                        "satisfaction",
                        "complaints",
                        "projects",
                        "evidence",
                        "goals",
                        "painPoints",
                        "dislikes")) {
            assertThat(facts.path(kind)).as(kind).hasSize(1);
        }
    }

    @Test
    void takesNoEvidenceOfATypeThatIsNotOfItsKind() {
        var account = open("Auriga");

        as("manager")
                .body(
                        """
                        { "kind": "REFERENCE", "type": "AWARD", "value": 75, "rater": "ana",
                          "observedOn": "2026-04-01" }
                        """)
                .post("/api/v1/accounts/" + account + "/evidence-items")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
        assertThat(sheet(account).getList("facts.evidence")).isEmpty();
    }

    @Test
    void changesAsItsSchemaSays() throws IOException {
        var account = open("Borealis");
        record(account, "bespoke-terms", "{\"kind\": \"OWN_SLA\", \"agreedOn\": \"2025-02-01\"}");

        await().untilAsserted(() ->
                assertThat(PublishedEvents.of("account-changes", account))
                        .hasSize(2)
                        .allSatisfy(event ->
                                assertThat(
                                                schema("account-changes")
                                                        .validate(json.readTree(event.value())))
                                        .isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "account-changes", "company"})
    void hasASampleThatItsSchemaAllows(String topic) throws IOException {
        var sample =
                json.readTree(
                        Files.readString(Path.of("../docs/events/" + topic + ".sample.json")));

        assertThat(schema(topic).validate(sample)).isEmpty();
    }

    @Test
    void sumsTheRevenueThatIsOlderThanThreeYears() {
        var account = open("Cobalt");
        for (var day : List.of("2020-01-15", "2020-02-15")) {
            record(
                    account,
                    "revenue-lines",
                    "{\"invoicedOn\": \"%s\", \"amount\": {\"amount\": \"100\", \"currency\": \"BRL\"}}"
                            .formatted(day));
        }

        var sheet = sheet(account);

        assertThat(sheet.getList("facts.revenue.months")).isEmpty();
        assertThat(sheet.getString("facts.revenue.earlier.amount")).isEqualTo("200.0000");
        assertThat(sheet.getList("facts.revenue.activeYears")).isEqualTo(List.of(2020));
        assertThat(sheet.getString("facts.revenue.spend")).isEqualTo("200.0000");
    }

    @Test
    void isDueAgainWhenARateGivesItsMoneyAnotherWorth() {
        var account = open("Dione");
        record(
                account,
                "contracts",
                "{\"number\": \"K-1\", \"startsOn\": \"2026-03-01\", \"annualValue\": {\"amount\": \"100\", \"currency\": \"NOK\"}}");
        assertThat(sheet(account).getString("facts.contracts[0].annualValue")).isNull();

        AccountApi.rate("NOK", "2026-02-01", "0.50");

        assertThat(sheet(account).getString("facts.contracts[0].annualValue")).isEqualTo("50.0000");
        assertThat(sheet(account).getLong("sequence")).isEqualTo(3);
        AccountApi.rate("NOK", "2026-08-01", "0.60");
        assertThat(sheet(account).getLong("sequence")).isEqualTo(3);
    }

    @Test
    void isPublishedAtItsGreatestSizeAndTakesNoMore() {
        var account = open("Europa");
        var families = Collections.nCopies(100, '"' + "\u5927".repeat(64) + '"');
        var goal =
                "{\"text\": \"x\", \"families\": %s, \"priority\": 1, \"status\": \"CONFIRMED\", \"evidencedOn\": []}"
                        .formatted(families);

        var answer = as("manager").body(goal).post("/api/v1/accounts/" + account + "/goals");
        while (answer.statusCode() == 201) {
            answer = as("manager").body(goal).post("/api/v1/accounts/" + account + "/goals");
        }

        answer.then().statusCode(422).body("type", equalTo("/problems/fact-sheet-full"));
        var sequence = Long.toString(sheet(account).getLong("sequence"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var event = PublishedEvents.of("accounts", account).getLast();
                    assertThat(PublishedEvents.headers(event))
                            .containsEntry("ce_sequence", sequence);
                    assertThat(event.value().getBytes(StandardCharsets.UTF_8).length)
                            .isBetween(3_900_000, 4_000_000);
                });
    }

    private static JsonSchema schema(String topic) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/events/" + topic + ".schema.json")));
    }
}
