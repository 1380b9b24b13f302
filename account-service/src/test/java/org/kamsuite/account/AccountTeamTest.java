package org.kamsuite.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kamsuite.account.AccountApi.as;
import static org.kamsuite.account.AccountApi.open;
import static org.kamsuite.account.AccountApi.record;
import static org.kamsuite.account.AccountApi.remainderOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class AccountTeamTest {

    private static final String GOAL =
            """
            { "text": "Less downtime", "families": [], "priority": 2, "status": "CONFIRMED",
              "source": "Board", "evidencedOn": [] }
            """;

    private static RequestSpecification bento(String... roles) {
        return given().auth().oauth2(TestTokens.of("bento", roles)).contentType("application/json");
    }

    private static String team(String account) {
        return "/api/v1/accounts/" + account + "/team";
    }

    private static ValidatableResponse setGoal(String account, RequestSpecification by) {
        return by.body(GOAL).post("/api/v1/accounts/" + account + "/goals").then();
    }

    @Test
    void refusesAManagerOfAnotherTeam() {
        var account = open("Andorinha");

        setGoal(account, bento("manager"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-of-the-team"))
                .body(
                        "detail",
                        containsString("bento is not of the team of the account " + account));
        setGoal(account, as("manager")).statusCode(201);
    }

    @Test
    void letsInWhomALeadNames() {
        var account = open("Bem-te-vi");

        as("lead").put(team(account) + "/bento").then().statusCode(200);

        setGoal(account, bento("manager")).statusCode(201);
        assertThat(AccountApi.sheet(account).<String>getList("facts.team"))
                .containsExactly("ana", "bento");
        as("reader")
                .get(team(account))
                .then()
                .statusCode(200)
                .body("members.userName", contains("ana", "bento"))
                .body("members[1].addedBy", equalTo("ana"))
                .body("members[1].keyAccountManager", equalTo(false));
    }

    @Test
    void keepsOutWhoWasTakenOff() {
        var account = open("Canário");
        as("lead").put(team(account) + "/bento").then().statusCode(200);

        as("lead").delete(team(account) + "/bento").then().statusCode(200);

        setGoal(account, bento("manager")).statusCode(403);
        as("lead").delete(team(account) + "/bento").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "integrator"})
    void letsWhoStandsAboveTheTeamsWrite(String role) {
        var account = open("Dançador");

        setGoal(account, bento(role, "manager")).statusCode(201);
    }

    @Test
    void letsAnIntegratorWhoManagesTooRecordPeople() {
        var account = open("Ema Branca");
        var person =
                """
                { "centreId": "%s", "name": "Rui", "roles": ["DECIDER"], "influence": 5,
                  "coverage": "IN_DEPTH", "observedOn": "2026-08-14" }
                """
                        .formatted(remainderOf(account));
        var people = "/api/v1/accounts/" + account + "/stakeholders";

        bento("integrator", "manager").body(person).post(people).then().statusCode(201);
        bento("integrator", "manager").get(people).then().statusCode(403);
    }

    @Test
    void letsNoOtherRoleMakeUpForTheTeam() {
        var account = open("Ema");

        setGoal(account, bento("manager", "approver", "reader")).statusCode(403);
    }

    @Test
    void answersThatThereIsNoSuchAccountFirst() {
        setGoal(UUID.randomUUID().toString(), bento("manager")).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "lead, 200",
        "manager, 403",
        "approver, 403",
        "reader, 403",
        "integrator, 403",
        "administrator, 403"
    })
    void showsPeopleToTheTeamAndToLeadsOnly(String role, int status) {
        var account = open("Flamingo");
        var person =
                record(
                        account,
                        "stakeholders",
                        """
                        { "centreId": "%s", "name": "Rui", "roles": ["DECIDER"], "influence": 5,
                          "coverage": "IN_DEPTH", "observedOn": "2026-08-14" }
                        """
                                .formatted(remainderOf(account)));
        var people = "/api/v1/accounts/" + account + "/stakeholders";

        bento(role).get(people).then().statusCode(status);
        bento(role).get(people + "/" + person).then().statusCode(status);
        bento(role).get("/api/v1/accounts/" + account + "/fact-sheet").then().statusCode(status);
        as("manager").get(people).then().statusCode(200).body("items.name", hasItem("Rui"));
    }

    @ParameterizedTest
    @CsvSource({"lead, true", "manager, false"})
    void findsAccountsByTheirPeopleForTheTeamAndLeadsOnly(String role, boolean found) {
        var account = open("Falcão");
        record(
                account,
                "stakeholders",
                """
                { "centreId": "%s", "name": "Rui", "roles": ["BLOCKER"], "influence": 5,
                  "coverage": "IN_DEPTH", "observedOn": "2026-08-14" }
                """
                        .formatted(remainderOf(account)));
        var blocked = "/api/v1/accounts?limit=500&stakeholder.role=BLOCKER&under=" + account;

        bento(role)
                .get(blocked)
                .then()
                .statusCode(200)
                .body("items.id", found ? contains(account) : empty());
        as("manager").get(blocked).then().statusCode(200).body("items.id", contains(account));
        as("lead").put(team(account) + "/bento").then().statusCode(200);
        bento(role).get(blocked).then().statusCode(200).body("items.id", contains(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "approver", "integrator", "administrator"})
    void knowsNoFilterByPeopleForOthers(String role) {
        as(role).get("/api/v1/accounts?stakeholder.role=BLOCKER")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("stakeholder.role"));
    }

    @Test
    void tellsWhenATeamChanges() {
        var account = open("Gaivota");

        as("lead").put(team(account) + "/bento").then().statusCode(200);
        as("lead").put(team(account) + "/bento").then().statusCode(200);

        assertThat(AccountApi.sheet(account).getLong("sequence")).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(PublishedEvents.of("account-changes", account))
                                .filteredOn(event -> event.value().contains("bento"))
                                .singleElement()
                                .satisfies(event ->
                                        assertThat(event.value())
                                                .contains(
                                                        "\"before\":{\"userNames\":[\"ana\"]}",
                                                        "\"after\":{\"userNames\":[\"ana\",\"bento\"]}")));
    }

    @Test
    void refusesANameThatIsTooLong() {
        var account = open("Harpia");

        as("lead").put(team(account) + "/" + "x".repeat(201)).then().statusCode(400);
    }
}
