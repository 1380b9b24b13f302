package org.kamsuite.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kamsuite.account.AccountApi.as;
import static org.kamsuite.account.AccountApi.open;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
@TestProfile(ProgrammeTest.ManySlots.class)
class ProgrammeTest {

    /// Few accounts must do, so that their number does not limit the slots, and a close takes
    /// several chunks.
    public static final class ManySlots implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kam.programme.least-slots", "1000", "kam.programme.chunk-accounts", "3");
        }
    }

    private static final String REASON = "{ \"reason\": \"Agreed in the panel\" }";

    private static long sequence;

    @Inject ObjectMapper json;

    @Inject DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void configureTheCompany() {
        AccountApi.configureTheCompany();
        // It evaluates accounts of its own accord, between any two requests.
        await().atMost(Duration.ofSeconds(60)).until(this::dailyRunIsOver);
    }

    private boolean dailyRunIsOver() throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select 1 from daily_runs
                                where task = 'programme' and business_day = ?
                                """)) {
            select.setObject(1, today());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Test
    void confirmsARecommendedAccountAndTellsOtherSystems() {
        var account = recommended("Aurora");
        var manager = manager("Clara");

        move(account, "approver", "confirmations", confirmation(account, manager))
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("managerId", equalTo(manager));

        as("reader")
                .get("/api/v1/managers/" + manager)
                .then()
                .statusCode(200)
                .body("load.accounts", equalTo(1))
                .body("load.hours", equalTo("12.00"));
        assertThat(AccountApi.sheet(account).getString("facts.ownRollUpFrom"))
                .isEqualTo(nextQuarter().toString());
        as("reader")
                .get("/api/v1/accounts/" + account + "/designation/transitions")
                .then()
                .statusCode(200)
                .body("items.to", contains("CANDIDATE", "RECOMMENDED", "CONFIRMED"))
                .body("items[2].actor", equalTo("ana"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(PublishedEvents.of("account-changes", account))
                                .anySatisfy(event ->
                                        assertThat(event.value())
                                                .contains(
                                                        "\"designation\":\"CONFIRMED\"",
                                                        "\"designation\":\"RECOMMENDED\"")));
    }

    @Test
    void refusesAnIllegalMoveWithTheAllowedOnes() {
        var account = open("Borealis");
        verdict(account, "60.00", false);
        move(account, "lead", "nominations", REASON).statusCode(200);

        move(account, "approver", "rejections", REASON)
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"))
                .body("allowed", contains("NONE", "RECOMMENDED"));
    }

    @Test
    void asksForTheVersionThatTheDecisionRestsOn() {
        var account = open("Cobalt");
        verdict(account, "80.00", true);

        as("lead")
                .body(REASON)
                .post("/api/v1/accounts/" + account + "/designation/nominations")
                .then()
                .statusCode(428);
        move(account, "lead", "nominations", REASON).statusCode(200);
        as("lead")
                .header("If-Match", "\"0\"")
                .body(REASON)
                .post("/api/v1/accounts/" + account + "/designation/nominations")
                .then()
                .statusCode(412);
    }

    @Test
    void refusesAConfirmationOnAScoreThatNoLongerRecommends() {
        var account = recommended("Dione");
        var manager = manager("Davi");
        var seen = confirmation(account, manager);
        verdict(account, "60.00", false);

        move(account, "approver", "confirmations", seen)
                .statusCode(409)
                .body("type", equalTo("/problems/verdict-changed"))
                .body("scoreId", equalTo(scoreOf(account)));
    }

    @Test
    void acceptsAConfirmationOnAReplacedScoreThatSaidTheSame() {
        var account = recommended("Dorado");
        var seen = confirmation(account, manager("Dora"));
        verdict(account, "81.00", true);

        move(account, "approver", "confirmations", seen).statusCode(200);
    }

    @Test
    void refusesAConfirmationOnAScoreThatTheAccountNeverHad() {
        var account = recommended("Draco");
        var invented =
                """
                { "managerId": "%s", "scoreId": "%s", "reason": "Strategic" }
                """
                        .formatted(manager("Duarte"), UUID.randomUUID());

        move(account, "approver", "confirmations", invented)
                .statusCode(422)
                .body("type", equalTo("/problems/score-unknown"))
                .body("errors[0].pointer", equalTo("/scoreId"));
    }

    @Test
    void noticesAnotherVerdictButDecidesOnTheVersion() {
        var account = open("Draconis");
        verdict(account, "80.00", true);
        var before = etag(account);
        verdict(account, "81.00", true);

        as("reader")
                .header("If-None-Match", before)
                .get("/api/v1/accounts/" + account + "/designation")
                .then()
                .statusCode(200);
        as("reader")
                .header("If-None-Match", etag(account))
                .get("/api/v1/accounts/" + account + "/designation")
                .then()
                .statusCode(304);
        as("lead")
                .header("If-Match", before)
                .body(REASON)
                .post("/api/v1/accounts/" + account + "/designation/nominations")
                .then()
                .statusCode(200);
    }

    @Test
    void saysWhatTheCallerMayDo() {
        var account = recommended("Eridanus");

        designation(account, "reader").body("allowedActions", empty());
        designation(account, "approver")
                .body("allowedActions", contains("CONFIRM", "WAITLIST", "REJECT"));
        move(account, "approver", "demotions", REASON)
                .statusCode(409)
                .body("allowedActions", contains("CONFIRM", "WAITLIST", "REJECT"));
    }

    @Test
    void countsTheAccountsThatACloseCannotEvaluate() {
        var account = open("Grus");

        close().body("waitReasons.NO_VERDICT", greaterThan(0));

        assertThat(programme("waiting.NO_VERDICT")).isPositive();
        designation(account, "reader").body("evaluatedCycle", nullValue());
    }

    @Test
    void bringsNobodyInWhoIsNoCustomerAnyMore() {
        var gone = open("Indus");
        var stays = open("Lacerta");
        as("manager")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{ \"status\": \"INACTIVE\" }")
                .patch("/api/v1/accounts/" + gone)
                .then()
                .statusCode(200);
        verdict(gone, "80.00", true);
        verdict(stays, "80.00", true);

        close();

        designation(gone, "reader").body("state", equalTo("NONE"));
        designation(stays, "reader").body("state", not(equalTo("NONE")));
    }

    @Test
    void goesOnWithACloseThatWasBrokenOff() throws SQLException {
        var accounts = IntStream.range(0, 8).mapToObj(i -> open("Hydra " + i)).toList();
        verdicts(accounts);
        accounts.forEach(account -> move(account, "lead", "nominations", REASON).statusCode(200));

        run(
                """
                create function break_off() returns trigger language plpgsql as $$
                begin
                    raise exception 'broken off';
                end $$
                """);
        run(
                """
                create trigger break_off before insert on designation_transitions
                for each row when (new.account_id = '%s') execute function break_off()
                """
                        .formatted(accounts.getLast()));
        askToClose().statusCode(500);
        run("drop trigger break_off on designation_transitions");

        assertThat(states(accounts)).contains("CANDIDATE", "RECOMMENDED");
        close();
        assertThat(states(accounts)).containsOnly("RECOMMENDED");
    }

    private void run(String sql) throws SQLException {
        Postgres.execute(url, sql);
    }

    private static List<String> states(List<String> accounts) {
        return accounts.stream()
                .map(account -> designation(account, "reader").extract().<String>path("state"))
                .toList();
    }

    private static ValidatableResponse designation(String account, String role) {
        return as(role).get("/api/v1/accounts/" + account + "/designation").then().statusCode(200);
    }

    @Test
    void refusesAManagerWithoutRoom() {
        var account = recommended("Europa");
        var manager = manager("Elena", "20");

        as("manager")
                .body("{ \"workedOn\": \"2020-01-01\", \"hours\": \"1\" }")
                .post("/api/v1/accounts/" + account + "/service-efforts")
                .then()
                .statusCode(201);
        move(account, "approver", "confirmations", confirmation(account, manager)).statusCode(200);
        var second = recommended("Europa II");
        move(second, "approver", "confirmations", confirmation(second, manager))
                .statusCode(409)
                .body("type", equalTo("/problems/manager-full"))
                .body("loadAfter.accounts", equalTo(2));
    }

    @Test
    void demotesByTwoApproversAndFreesTheSlot() {
        var account = recommended("Fornax");
        var manager = manager("Flavia");
        move(account, "approver", "confirmations", confirmation(account, manager)).statusCode(200);
        var held = programme("held");

        move(account, "lead", "reviews", "{ \"reasonCode\": \"LEAVING\", \"reason\": \"Sold\" }")
                .statusCode(200)
                .body("state", equalTo("UNDER_REVIEW"));
        move(
                        account,
                        "approver",
                        "demotion-proposals",
                        """
                        { "transitionPlan": "Regular team", "customerMessage": "Agreed",
                          "newOwnerId": "%s" }
                        """
                                .formatted(manager("Fabio")))
                .statusCode(200);
        move(account, "approver", "demotions", REASON)
                .statusCode(409)
                .body("type", equalTo("/problems/second-approver-needed"));
        demoteAsSecond(account);

        assertThat(programme("held")).isEqualTo(held - 1);
        assertThat(AccountApi.sheet(account).getString("facts.ownRollUpFrom")).isNull();
        as("reader")
                .get("/api/v1/accounts/" + account + "/designation/transitions")
                .then()
                .body("items.last().demotion.proposedBy", equalTo("ana"))
                .body("items.last().demotion.transitionPlan", equalTo("Regular team"))
                .body("items.last().demotion.formerOwnerId", equalTo(manager))
                .body("items.last().actor", equalTo("bruno"));
    }

    @Test
    void makesRoomForAWaitlistedAccountThatIsBetterByTheMargin() {
        var leaving = recommended("Pyxis");
        move(leaving, "approver", "confirmations", confirmation(leaving, manager("Paula")))
                .statusCode(200);
        move(leaving, "lead", "reviews", "{ \"reasonCode\": \"LEAVING\", \"reason\": \"Sold\" }")
                .statusCode(200);
        var waiting = recommended("Puppis");
        cap(programme("held"));
        move(waiting, "approver", "waitlistings", REASON).statusCode(200);
        var plan =
                """
                { "transitionPlan": "Regular team", "customerMessage": "Agreed",
                  "newOwnerId": "%s", "inFavourOf": "%s" }
                """
                        .formatted(manager("Pedro"), waiting);

        verdict(leaving, "70.50", false);
        move(leaving, "approver", "demotion-proposals", plan)
                .statusCode(409)
                .body("type", equalTo("/problems/no-precedence"))
                .body("total", equalTo("80.00"))
                .body("lowestTotal", equalTo("70.50"))
                .body("margin", equalTo("10"));
        verdict(leaving, "70.00", false);
        move(leaving, "approver", "demotion-proposals", plan)
                .statusCode(200)
                .body("review.inFavourOf", equalTo(waiting));
        move(waiting, "approver", "confirmations", confirmation(waiting, manager("Petra")))
                .statusCode(409)
                .body("type", equalTo("/problems/programme-full"));
        demoteAsSecond(leaving);

        as("reader")
                .get("/api/v1/accounts/" + leaving + "/designation/transitions")
                .then()
                .body("items.last().demotion.inFavourOf", equalTo(waiting));
        move(waiting, "approver", "confirmations", confirmation(waiting, manager("Pia")))
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"));
    }

    @Test
    void ranksTheWaitingListByTotalThenByValuePerHour() {
        var member = recommended("Scutum");
        move(member, "approver", "confirmations", confirmation(member, manager("Sara")))
                .statusCode(200);
        var cheap = recommended("Sextans I");
        var unknown = recommended("Sextans II");
        var dear = recommended("Sextans III");
        var better = recommended("Sextans IV");
        verdict(better, "81.00", true);
        cap(programme("held"));
        List.of(cheap, unknown, dear, better)
                .forEach(account ->
                        move(account, "approver", "waitlistings", REASON).statusCode(200));

        prospects(cheap, "1000.0000", "20.0000");
        prospects(unknown, "0.0000", "0.0000");
        prospects(dear, "3000.0000", "20.0000");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as("reader")
                                .get("/api/v1/programme/designations?state=WAITLISTED&q=Sextans")
                                .then()
                                .statusCode(200)
                                .body("items.accountId", contains(better, dear, cheap, unknown))
                                .body("items[1].valuePerHour", equalTo("150.0000")));
    }

    private void prospects(String account, String expected, String hours) {
        var totals = sample("white-space");
        totals.put("accountId", account);
        totals.put("expectedValue", expected);
        totals.put("estimatedHours", hours);
        try (var events = new TestEvents(servers)) {
            events.send(
                    "white-space",
                    account,
                    "org.kamsuite.whitespace.totals.v1",
                    ++sequence,
                    totals.toString());
        }
    }

    private static void demoteAsSecond(String account) {
        given().auth()
                .oauth2(TestTokens.of("bruno", "approver"))
                .contentType("application/json")
                .header("If-Match", etag(account))
                .body(REASON)
                .post("/api/v1/accounts/" + account + "/designation/demotions")
                .then()
                .statusCode(200)
                .body("state", equalTo("DEMOTED"));
    }

    @Test
    void givesNoFormerKeyAccountToAFullManager() {
        var first = recommended("Fornax I");
        var second = recommended("Fornax II");
        var busy = manager("Fausto", "15");
        move(first, "approver", "confirmations", confirmation(first, busy)).statusCode(200);
        move(second, "approver", "confirmations", confirmation(second, manager("Fiona")))
                .statusCode(200);
        workedEveryMonth(second);
        move(second, "lead", "reviews", "{ \"reasonCode\": \"LEAVING\", \"reason\": \"Sold\" }")
                .statusCode(200);

        move(
                        second,
                        "approver",
                        "demotion-proposals",
                        """
                        { "transitionPlan": "Regular team", "customerMessage": "Agreed",
                          "newOwnerId": "%s" }
                        """
                                .formatted(busy))
                .statusCode(409)
                .body("type", equalTo("/problems/manager-full"));
    }

    private static void workedEveryMonth(String account) {
        for (var back = 1; back <= 6; back++) {
            AccountApi.record(
                    account,
                    "service-efforts",
                    "{ \"workedOn\": \"%s\", \"hours\": \"5\" }"
                            .formatted(LocalDate.now(ZoneOffset.UTC).minusMonths(back)));
        }
    }

    @Test
    void listsDesignationsByTotal() {
        var account = recommended("Galatea");

        as("reader")
                .get("/api/v1/programme/designations?state=RECOMMENDED&limit=500")
                .then()
                .statusCode(200)
                .body("items.accountId", hasItem(account));
    }

    @Test
    void neverGivesMoreSlotsThanThereAreWhoeverAsksAtTheSameTime() throws InterruptedException {
        var accounts = IntStream.range(0, 60).mapToObj(i -> open("Parallel " + i)).toList();
        verdicts(accounts);
        accounts.forEach(account -> move(account, "lead", "nominations", REASON).statusCode(200));
        close();
        var managers = IntStream.range(0, 6).mapToObj(i -> manager("Parallel " + i)).toList();
        var cap = programme("held") + 10;
        cap(cap);
        assertThat(programme("slots")).isEqualTo(cap);
        var asks =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                ask(
                                        accounts.get(i),
                                        confirmation(accounts.get(i), managers.get(i % 6))))
                        .toList();

        List<Integer> answers;
        try (var pool = Executors.newFixedThreadPool(60)) {
            answers = pool.invokeAll(asks).stream().map(done -> done.resultNow()).toList();
        }

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(10);
        assertThat(programme("held")).isEqualTo(cap);
    }

    private Callable<Integer> ask(String account, String confirmation) {
        var etag = etag(account);
        return () -> {
            while (true) {
                var status =
                        as("approver")
                                .header("If-Match", etag)
                                .body(confirmation)
                                .post("/api/v1/accounts/" + account + "/designation/confirmations")
                                .statusCode();
                // More ask at once than the process works on: whoever is refused for that asks
                // again.
                if (status != 503) {
                    return status;
                }
                Thread.sleep(50);
            }
        };
    }

    private String recommended(String name) {
        var account = open(name);
        verdict(account, "80.00", true);
        move(account, "lead", "nominations", REASON).statusCode(200);
        close();
        as("reader")
                .get("/api/v1/accounts/" + account + "/designation")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOMMENDED"));
        return account;
    }

    private static ValidatableResponse close() {
        return askToClose().statusCode(200);
    }

    private static ValidatableResponse askToClose() {
        return as("lead").body(REASON).post("/api/v1/programme/cycle-closes").then();
    }

    private static void cap(int cap) {
        as("administrator")
                .header("If-Match", "*")
                .body(
                        """
                        { "currency": "BRL", "zone": "America/Sao_Paulo", "fiscalYearStartMonth": 1,
                          "cycleMonths": 3, "configuredCap": %d }
                        """
                                .formatted(cap))
                .put("/api/v1/settings")
                .then()
                .statusCode(200);
    }

    private static String manager(String name) {
        return manager(name, "160");
    }

    private static String manager(String name, String hours) {
        return as("lead")
                .body(
                        """
                        { "name": "%s", "role": "DEDICATED", "active": true, "contractHours": "%s",
                          "timeShare": "1", "hoursPerAccount": "12", "languages": ["pt-BR"],
                          "zone": "America/Sao_Paulo", "worksFrom": "09:00", "worksUntil": "18:00" }
                        """
                                .formatted(name, hours))
                .post("/api/v1/managers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// Decides on what is there, again if the daily run has evaluated the account meanwhile.
    private static ValidatableResponse move(
            String account, String role, String move, String content) {
        for (var attempt = 1; ; attempt++) {
            var answer =
                    as(role).header("If-Match", etag(account))
                            .body(content)
                            .post("/api/v1/accounts/" + account + "/designation/" + move);
            if (answer.statusCode() != 412 || attempt == 20) {
                return answer.then();
            }
        }
    }

    private static String etag(String account) {
        return as("reader")
                .get("/api/v1/accounts/" + account + "/designation")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static String scoreOf(String account) {
        return as("reader")
                .get("/api/v1/accounts/" + account + "/designation")
                .jsonPath()
                .getString("verdict.scoreId");
    }

    private static String confirmation(String account, String manager) {
        return """
        { "managerId": "%s", "scoreId": "%s", "reason": "Strategic" }
        """
                .formatted(manager, scoreOf(account));
    }

    private static int programme(String member) {
        return as("reader").get("/api/v1/programme").jsonPath().getInt(member);
    }

    private void verdict(String account, String total, boolean recommended) {
        var score = UUID.randomUUID().toString();
        try (var events = new TestEvents(servers)) {
            send(events, account, score, total, recommended);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scoreOf(account)).isEqualTo(score));
    }

    private void verdicts(List<String> accounts) {
        try (var events = new TestEvents(servers)) {
            accounts.forEach(
                    account -> send(events, account, UUID.randomUUID().toString(), "80.00", true));
        }
        accounts.forEach(account ->
                await().atMost(Duration.ofSeconds(30))
                        .pollDelay(Duration.ZERO)
                        .untilAsserted(() -> assertThat(scoreOf(account)).isNotNull()));
    }

    private void send(
            TestEvents events, String account, String score, String total, boolean recommended) {
        var verdict = sample("scores");
        verdict.put("accountId", account);
        verdict.put("scoreId", score);
        verdict.put("total", total);
        verdict.put("recommended", recommended);
        verdict.put("cycle", presentCycle());
        events.send(
                "scores", account, "org.kamsuite.score.verdict.v1", ++sequence, verdict.toString());
    }

    private static LocalDate nextQuarter() {
        var month = today().withDayOfMonth(1);
        return month.plusMonths(3 - (month.getMonthValue() - 1) % 3);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Sao_Paulo"));
    }

    private static String presentCycle() {
        var today = today();
        return today.getYear() + "-Q" + ((today.getMonthValue() + 2) / 3);
    }

    private ObjectNode sample(String topic) {
        try {
            var file = Path.of("../docs/events/" + topic + ".sample.json");
            return (ObjectNode) json.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
