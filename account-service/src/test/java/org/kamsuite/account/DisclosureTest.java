package org.kamsuite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.account.AccountApi.as;
import static org.kamsuite.account.AccountApi.open;
import static org.kamsuite.account.AccountApi.record;
import static org.kamsuite.account.AccountApi.remainderOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class DisclosureTest {

    @Test
    void refusesTheFactSheetToAdministrators() {
        var account = open("Europa Leste");

        as("administrator")
                .get("/api/v1/accounts/" + account + "/fact-sheet")
                .then()
                .statusCode(403);
    }

    @Test
    void tellsAWriterWithoutSightNothingAboutPeople() {
        var account = open("Europa Sul");
        var person =
                record(
                        account,
                        "stakeholders",
                        """
                        { "centreId": "%s", "name": "Rui", "roles": ["DECIDER"], "influence": 5,
                          "coverage": "IN_DEPTH", "observedOn": "2026-08-14" }
                        """
                                .formatted(remainderOf(account)));

        as("integrator")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{}")
                .patch("/api/v1/accounts/" + account + "/stakeholders/" + person)
                .then()
                .statusCode(403);
    }

    @Test
    void disclosesNobodyInChanges() {
        var account = open("Europa Norte");
        record(
                account,
                "goals",
                """
                { "text": "Less downtime", "families": [], "priority": 2, "status": "CONFIRMED",
                  "source": "Berenice Undisclosed", "evidencedOn": [] }
                """);
        record(
                account,
                "centres",
                """
                { "name": "Plant", "area": "PRODUCTION", "decisionScope": [], "status": "ACTIVE",
                  "observationComplete": false, "budgetOwner": "Berenice Undisclosed" }
                """);

        assertThat(changesOf(account))
                .contains("Less downtime", "PRODUCTION")
                .doesNotContain("Berenice");
    }

    private static String changesOf(String account) {
        var told = new StringBuilder();
        var last = 0L;
        while (true) {
            var feed =
                    as("integrator")
                            .queryParam("after", last)
                            .queryParam("limit", 500)
                            .get("/api/v1/changes")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            var items = feed.<Map<String, Object>>getList("items");
            if (items.isEmpty()) {
                return told.toString();
            }
            items.stream().filter(item -> item.toString().contains(account)).forEach(told::append);
            last = feed.getLong("last");
        }
    }
}
