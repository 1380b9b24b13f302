package org.kamsuite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.kamsuite.account.AccountApi.as;
import static org.kamsuite.account.AccountApi.open;
import static org.kamsuite.account.AccountApi.record;
import static org.kamsuite.account.AccountApi.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class PublicationTest {

    @Inject ObjectMapper json;

    @BeforeEach
    void configureTheCompany() {
        AccountApi.configureTheCompany();
    }

    @Test
    void publishesTheSheetThatItAnswers() {
        var account = open("Aurora Energia");
        record(
                account,
                "relationship-stages",
                "{ \"stage\": \"BASIC\", \"observedOn\": \"2026-02-10\" }");

        var expected = sheet(account);

        await().untilAsserted(() -> {
            var event = PublishedEvents.of("accounts", account).getLast();
            assertThat(PublishedEvents.headers(event))
                    .containsEntry("ce_type", "org.kamsuite.account.facts.v1")
                    .containsEntry("ce_source", "/account-service")
                    .containsEntry("ce_subject", account)
                    .containsEntry("ce_epoch", "1")
                    .containsEntry("ce_sequence", "2");
            assertThat(json.readTree(event.value()))
                    .isEqualTo(json.valueToTree(expected.getMap("facts")));
        });
    }

    @Test
    void writesTheMembersOfTheSample() throws Exception {
        var account = open("Borealis");
        var sample = sample("accounts");

        var published = json.valueToTree(sheet(account).getMap("facts"));

        assertThat(members(published)).isEqualTo(members(sample));
        assertThat(members(published.path("revenue"))).isEqualTo(members(sample.path("revenue")));
        assertThat(members(published.path("centres").path(0)))
                .isEqualTo(members(sample.path("centres").path(0)));
    }

    @Test
    void tellsEachChangeWithWhatDiffersItsActorAndItsCause() {
        var account = open("Cobalt");
        as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .header("X-Request-Id", "req-7")
                .body("{ \"headcount\": 4200 }")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> {
            var events = PublishedEvents.of("account-changes", account);
            assertThat(events).hasSize(2);
            var change = json.readTree(events.getLast().value());
            assertThat(members(change)).isEqualTo(members(sample("account-changes")));
            assertThat(change.path("after").toString()).isEqualTo("{\"headcount\":4200}");
            assertThat(change.path("before").toString()).isEqualTo("{\"headcount\":null}");
            assertThat(change.path("actor").asText()).isEqualTo("ana");
            assertThat(change.at("/cause/kind").asText()).isEqualTo("REQUEST");
            assertThat(change.at("/cause/id").asText()).isEqualTo("req-7");
            assertThat(change.at("/externalIds/0/system").asText()).isEqualTo("ERP");
        });
    }

    @Test
    void servesTheSameChangesWithoutKafka() {
        var position = endOfFeed();

        var account = open("Dione");

        await().untilAsserted(() ->
                assertThat(changesAfter(position).getList("items.data.accountId"))
                        .contains(account));
    }

    @Test
    void saysWhereToGoOnFromAPositionThatWasNeverTold() {
        open("Echo");

        as("lead")
                .get("/api/v1/changes?after=123456789012")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/position-gone"))
                .body("goOnAfter", greaterThanOrEqualTo(0))
                .body("detail", containsString("123456789012"));
    }

    /// Follows the feed to where nothing comes any more, however much is in it.
    private static long endOfFeed() {
        var position = 0L;
        for (var next = changesAfter(0).getLong("last"); next > position; ) {
            position = next;
            next = changesAfter(position).getLong("last");
        }
        return position;
    }

    private static JsonPath changesAfter(long position) {
        return as("lead")
                .queryParam("after", position)
                .queryParam("limit", 500)
                .get("/api/v1/changes")
                .jsonPath();
    }

    @Test
    void keepsNamesAndNotesOfPeopleOutOfEveryEvent() {
        var account = open("Europa");
        var centre = AccountApi.remainderOf(account);
        record(
                account,
                "stakeholders",
                """
                { "centreId": "%s", "name": "Beatriz Sigilosa", "roles": ["DECIDER"], "influence": 5,
                  "support": 1, "coverage": "IN_DEPTH", "observedOn": "2026-08-14", "notes": "golfe" }
                """
                        .formatted(centre));

        await().untilAsserted(() -> {
            var sheet = PublishedEvents.of("accounts", account).getLast().value();
            var change = PublishedEvents.of("account-changes", account).getLast().value();
            assertThat(sheet).contains("DECIDER").doesNotContain("Sigilosa", "golfe");
            assertThat(change).contains("DECIDER").doesNotContain("Sigilosa", "golfe");
        });
    }

    @Test
    void publishesTheCompanyWithItsLatestRates() {
        AccountApi.rate("CHF", "2026-01-01", "6.00");
        AccountApi.rate("CHF", "2026-02-01", "6.25");

        await().untilAsserted(() -> {
            var event = PublishedEvents.of("company", "company").getLast();
            var company = json.readTree(event.value());
            assertThat(members(company)).isEqualTo(members(sample("company")));
            assertThat(company.path("rates").findValuesAsText("on")).contains("2026-02-01");
        });
    }

    private JsonNode sample(String topic) throws Exception {
        return json.readTree(Files.readString(Path.of("../docs/events/" + topic + ".sample.json")));
    }

    private static Set<String> members(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
