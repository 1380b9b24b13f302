package org.kamsuite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kamsuite.account.AccountApi.open;
import static org.kamsuite.account.AccountApi.record;
import static org.kamsuite.account.AccountApi.remainderOf;
import static org.kamsuite.account.AccountApi.sheet;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class StakeholderRelationTest extends ImportScenario {

    private String account = "";
    private String rui = "";
    private String eva = "";
    private String ivo = "";

    @BeforeEach
    void meetThreePeople() {
        AccountApi.configureTheCompany();
        account = open("Vela");
        rui = person(account, "Rui");
        eva = person(account, "Eva");
        ivo = person(account, "Ivo");
    }

    @Test
    void travelsInTheSheetByIdentifiersOnly() {
        var manager = manager();
        record(
                account,
                "stakeholder-relations",
                relation("INFLUENCES", rui, eva, ", \"strength\": 3"));
        record(account, "stakeholder-relations", relation("CONFLICTS_WITH", eva, ivo, ""));
        record(
                account,
                "stakeholder-relations",
                """
                { "type": "KNOWS", "stakeholderId": "%s", "managerId": "%s", "strength": 2,
                  "observedOn": "2026-08-14" }
                """
                        .formatted(rui, manager));

        var sheet = sheet(account);

        assertThat(sheet.getList("facts.stakeholderRelations.type"))
                .containsExactly("INFLUENCES", "CONFLICTS_WITH", "KNOWS");
        assertThat(sheet.getList("facts.stakeholderRelations.stakeholderId"))
                .containsExactly(rui, eva, rui);
        assertThat(sheet.getList("facts.stakeholderRelations.otherStakeholderId"))
                .containsExactly(eva, ivo, null);
        assertThat(sheet.getString("facts.stakeholderRelations[2].managerId")).isEqualTo(manager);
        assertThat(sheet.getList("facts.stakeholderRelations.strength"))
                .containsExactly(3, null, 2);
        assertThat(sheet.getString("facts.stakeholderRelations")).doesNotContain("Rui", "Eva");
    }

    @Test
    void makesATreeOfWhoReportsToWhom() {
        record(account, "stakeholder-relations", relation("REPORTS_TO", rui, eva, ""));
        record(account, "stakeholder-relations", relation("REPORTS_TO", eva, ivo, ""));

        add(relation("REPORTS_TO", ivo, rui, ""))
                .statusCode(409)
                .body("type", equalTo("/problems/reporting-line"));
        add(relation("REPORTS_TO", rui, ivo, ""))
                .statusCode(409)
                .body("type", equalTo("/problems/reporting-line"));
    }

    @Test
    void letsSomebodyReportToSomebodyElse() {
        var line = record(account, "stakeholder-relations", relation("REPORTS_TO", rui, eva, ""));

        AccountApi.as("manager")
                .header("If-Match", "*")
                .body(relation("REPORTS_TO", rui, ivo, ""))
                .put("/api/v1/accounts/" + account + "/stakeholder-relations/" + line)
                .then()
                .statusCode(200)
                .body("otherStakeholderId", equalTo(ivo));
    }

    @Test
    void isBetweenStakeholdersOfTheAccount() {
        var elsewhere = person(open("Vela Sul"), "Noa");

        add(relation("CONFLICTS_WITH", rui, elsewhere, ""))
                .statusCode(400)
                .body("errors.pointer", contains("/otherStakeholderId"));
        add(relation("CONFLICTS_WITH", elsewhere, rui, ""))
                .statusCode(400)
                .body("errors.pointer", contains("/stakeholderId"));
    }

    @Test
    void namesAManagerWhoIsThere() {
        add("""
        { "type": "KNOWS", "stakeholderId": "%s", "managerId": "%s", "strength": 2,
          "observedOn": "2026-08-14" }
        """
                        .formatted(rui, UUID.randomUUID()))
                .statusCode(400)
                .body("errors.pointer", contains("/managerId"));
    }

    @Test
    void isSeenOnlyByThoseWhoWorkWithTheAccount() {
        record(account, "stakeholder-relations", relation("CONFLICTS_WITH", rui, eva, ""));
        var path = "/api/v1/accounts/" + account + "/stakeholder-relations";

        AccountApi.as("reader").get(path).then().statusCode(403);
        AccountApi.as("lead").get(path).then().body("items.stakeholderId", contains(rui));
    }

    @Test
    void isTakenNoticeOfByOtherSystemsWithoutSayingWhoGetsOnWithWhom() {
        record(account, "stakeholder-relations", relation("CONFLICTS_WITH", rui, eva, ""));

        await().untilAsserted(() ->
                assertThat(PublishedEvents.of("account-changes", account))
                        .noneSatisfy(event -> assertThat(event.value()).contains("CONFLICTS_WITH"))
                        .anySatisfy(event ->
                                assertThat(PublishedEvents.headers(event))
                                        .containsEntry(
                                                "ce_type",
                                                "org.kamsuite.account.stakeholder-relation-recorded.v1")));
    }

    @Test
    void goesWithTheStakeholder() {
        record(account, "stakeholder-relations", relation("CONFLICTS_WITH", rui, eva, ""));

        AccountApi.as("manager")
                .header("If-Match", "*")
                .delete("/api/v1/accounts/" + account + "/stakeholders/" + eva)
                .then()
                .statusCode(204);

        assertThat(sheet(account).getList("facts.stakeholderRelations")).isEmpty();
    }

    @Test
    void comesFromOtherSystemsByTheirIdentifiers() {
        sendAccounts();
        done(send(
                        "stakeholders",
                        "text/csv",
                        false,
                        """
                        externalId,accountExternalId,name,roles,influence,coverage,observedOn
                        P1,1,Rui,DECIDER,5,BRIEF,2026-08-14
                        P2,1,Eva,CHAMPION,4,IN_DEPTH,2026-08-14
                        """))
                .body("rows.CREATED", equalTo(2));
        var relations =
                """
                externalId,accountExternalId,type,stakeholderExternalId,otherStakeholderExternalId,strength,observedOn
                R1,1,REPORTS_TO,P2,P1,,2026-08-14
                R2,1,REPORTS_TO,P1,P2,,2026-08-14
                R3,1,INFLUENCES,P2,P1,2,2026-08-14
                R4,1,INFLUENCES,P2,P9,2,2026-08-14
                """;

        var id = send("stakeholder-relations", "text/csv", false, relations);

        done(id).body("rows.CREATED", equalTo(2)).body("rows.REJECTED", equalTo(2));
        rejected(id).body("items[1].errors.pointer", hasItem("/otherStakeholderExternalId"));
    }

    private ValidatableResponse add(String relation) {
        return AccountApi.as("manager")
                .body(relation)
                .post("/api/v1/accounts/" + account + "/stakeholder-relations")
                .then();
    }

    private static String relation(String type, String who, String whom, String more) {
        return """
        { "type": "%s", "stakeholderId": "%s", "otherStakeholderId": "%s",
          "observedOn": "2026-08-14"%s }
        """
                .formatted(type, who, whom, more);
    }

    private static String person(String account, String name) {
        return record(
                account,
                "stakeholders",
                """
                { "centreId": "%s", "name": "%s", "roles": ["INFLUENCER"], "influence": 3,
                  "coverage": "BRIEF", "observedOn": "2026-08-14" }
                """
                        .formatted(remainderOf(account), name));
    }

    private static String manager() {
        return AccountApi.as("lead")
                .body(
                        """
                        { "name": "Marta", "role": "DEDICATED", "active": true,
                          "contractHours": "160", "timeShare": "1", "hoursPerAccount": "12",
                          "languages": ["pt-BR"], "zone": "America/Sao_Paulo",
                          "worksFrom": "09:00", "worksUntil": "18:00" }
                        """)
                .post("/api/v1/managers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
