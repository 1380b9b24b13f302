package org.kamsuite.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class ImportTest {

    private final String system = "S" + UUID.randomUUID().toString().substring(0, 8);

    @Inject DataSource database;

    private static RequestSpecification as(String role) {
        return given().config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs("text/csv", ContentType.TEXT)
                                                .encodeContentTypeAs(
                                                        "application/x-ndjson", ContentType.TEXT)))
                .auth()
                .oauth2(TestTokens.of("erp", role));
    }

    private String send(String kind, String type, boolean dryRun, String body) {
        return as("integrator")
                .contentType(type)
                .queryParam("kind", kind)
                .queryParam("system", system)
                .queryParam("dryRun", dryRun)
                .body(body)
                .post("/api/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static ValidatableResponse done(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        as("integrator")
                                .get("/api/v1/imports/" + id)
                                .then()
                                .body("state", equalTo("DONE")));
        return as("integrator").get("/api/v1/imports/" + id).then();
    }

    private void sendAccounts() {
        done(send(
                        "accounts",
                        "text/csv",
                        false,
                        """
                        externalId,name,status,headcount,parentExternalId
                        1,Aurora,ACTIVE,4200,
                        2,Aurora Sul,ACTIVE,,1
                        """))
                .body("rows.CREATED", equalTo(2));
    }

    @Test
    void opensAccountsFromCsvAndKnowsThemAgain() {
        sendAccounts();

        done(send(
                        "accounts",
                        "text/csv",
                        false,
                        """
                        externalId,name,status,headcount,parentExternalId
                        1,Aurora,ACTIVE,4200,
                        2,Aurora do Sul,ACTIVE,,1
                        """))
                .body("rows.UNCHANGED", equalTo(1))
                .body("rows.UPDATED", equalTo(1));
        as("reader")
                .get("/api/v1/accounts/by-external-id/" + system + "/2")
                .then()
                .statusCode(200)
                .body("name", equalTo("Aurora do Sul"));
    }

    @Test
    void recordsFactsOnceHoweverOftenTheyCome() {
        sendAccounts();
        var lines =
                """
                {"externalId":"L1","accountExternalId":"1","invoicedOn":"2026-05-02","amount":{"amount":"10.50","currency":"BRL"}}
                {"externalId":"L2","accountExternalId":"1","invoicedOn":"2026-05-03","amount":{"amount":"20","currency":"BRL"},"recurring":true}
                """;

        done(send("revenue-lines", "application/x-ndjson", false, lines))
                .body("rows.CREATED", equalTo(2));
        done(send("revenue-lines", "application/x-ndjson", false, lines))
                .body("rows.UNCHANGED", equalTo(2));
    }

    @Test
    void saysWhatIsWrongWithARowAndTakesTheOthers() {
        sendAccounts();

        var id =
                send(
                        "holdings",
                        "text/csv",
                        false,
                        """
                        externalId,accountExternalId,productCode,annualValue.amount,annualValue.currency,startsOn
                        H1,1,SENSOR,1000,BRL,2026-01-01
                        H2,9,SENSOR,1000,BRL,2026-01-01
                        H3,1,sensor,-4,BRL,yesterday
                        """);

        done(id).body("rows.CREATED", equalTo(1)).body("rows.REJECTED", equalTo(2));
        as("integrator")
                .queryParam("outcome", "REJECTED")
                .get("/api/v1/imports/" + id + "/rows")
                .then()
                .body("items", hasSize(2))
                .body("items[0].row", equalTo(2))
                .body("items[0].errors.pointer", hasItem("/accountExternalId"))
                .body("items[1].errors.pointer", hasItem("/startsOn"));
    }

    @Test
    void rehearsesWithoutWriting() {
        done(send("accounts", "text/csv", true, "externalId,name,status\n7,Rehearsed,ACTIVE\n"))
                .body("rows.CREATED", equalTo(1));

        as("reader").get("/api/v1/accounts/by-external-id/" + system + "/7").then().statusCode(404);
    }

    @Test
    void endsARehearsalWithAResultForEachRow() throws SQLException {
        sendAccounts();
        var id =
                send(
                        "revenue-lines",
                        "application/x-ndjson",
                        true,
                        """
                        {"externalId":"L1","accountExternalId":"1","invoicedOn":"2026-05-02","amount":{"amount":"10.50","currency":"BRL"}}
                        {"externalId":"L2","accountExternalId":"1","centreId":"%s","invoicedOn":"2026-05-03","amount":{"amount":"20","currency":"BRL"}}
                        {"externalId":"L3","accountExternalId":"2","invoicedOn":"2026-05-03","amount":{"amount":"20","currency":"BRL"}}
                        """
                                .formatted(UUID.randomUUID()));

        done(id).body("rows.CREATED", equalTo(2)).body("rows.REJECTED", equalTo(1));
        rejected(id)
                .body("items[0].row", equalTo(2))
                .body("items[0].errors.pointer", hasItem("/centreId"));
        assertEquals(0, keptContents(id));
    }

    @Test
    void rehearsesBeyondABatchWithParentsOfEarlierBatches() {
        var body = new StringBuilder("externalId,name,status,parentExternalId\n");
        body.append("1,Root,ACTIVE,\n").append("2,Below,ACTIVE,1\n");
        for (var row = 3; row <= 600; row++) {
            body.append(row).append(",Leaf,ACTIVE,").append(row > 590 ? "2" : "").append('\n');
        }

        done(send("accounts", "text/csv", true, body.toString()))
                .body("rows.CREATED", equalTo(600));
    }

    @Test
    void saysWhichRuleAnAccountInACircleBreaks() {
        sendAccounts();
        var id =
                send(
                        "accounts",
                        "text/csv",
                        false,
                        """
                        externalId,name,status,parentExternalId
                        1,Aurora,ACTIVE,2
                        3,Aurora Norte,ACTIVE,1
                        """);

        done(id).body("rows.CREATED", equalTo(1)).body("rows.REJECTED", equalTo(1));
        rejected(id).body("items[0].errors.pointer", hasItem("/parentId"));
    }

    @Test
    void forgetsWhatRowsSaidOnceTheyAreTakenOver() throws SQLException {
        var id =
                send(
                        "accounts",
                        "application/x-ndjson",
                        false,
                        """
                        {"externalId":"1","name":"Aurora","status":"ACTIVE"}
                        {"externalId":"2","name":"Ana","status":"NONE"}
                        not JSON
                        """);

        done(id).body("rows.CREATED", equalTo(1)).body("rows.REJECTED", equalTo(2));
        assertEquals(0, keptContents(id));
    }

    private static ValidatableResponse rejected(String id) {
        return as("integrator")
                .queryParam("outcome", "REJECTED")
                .get("/api/v1/imports/" + id + "/rows")
                .then()
                .statusCode(200);
    }

    private long keptContents(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select count(*) from import_rows where import_id = ?::uuid and content is not null")) {
            select.setString(1, id);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void keepsWhatAFileDoesNotMentionAndClearsWhatItLeavesEmpty() {
        sendAccounts();

        done(send("accounts", "text/csv", false, "externalId,name\n1,Aurora\n2,Aurora do Sul\n"))
                .body("rows.UNCHANGED", equalTo(1))
                .body("rows.UPDATED", equalTo(1));
        account("1").body("headcount", equalTo(4200)).body("status", equalTo("ACTIVE"));
        account("2").body("parentId", notNullValue()).body("name", equalTo("Aurora do Sul"));

        done(send(
                        "accounts",
                        "text/csv",
                        false,
                        "externalId,headcount,parentExternalId\n1,,\n2,,\n"))
                .body("rows.UPDATED", equalTo(2));
        account("1").body("headcount", nullValue()).body("name", equalTo("Aurora"));
        account("2").body("parentId", nullValue());
    }

    @Test
    void keepsTheMembersOfAFactThatARowDoesNotMention() {
        sendAccounts();
        var line =
                """
                {"externalId":"L1","accountExternalId":"1","invoicedOn":"2026-05-02","cost":"4","amount":{"amount":"10.50","currency":"BRL"},"recurring":true}
                """;
        done(send("revenue-lines", "application/x-ndjson", false, line))
                .body("rows.CREATED", equalTo(1));

        done(send(
                        "revenue-lines",
                        "text/csv",
                        false,
                        "externalId,accountExternalId,amount.amount,cost\nL1,1,11,\n"))
                .body("rows.UPDATED", equalTo(1));
        done(send(
                        "revenue-lines",
                        "application/x-ndjson",
                        false,
                        line.replace("10.50", "11").replace("\"4\"", "null")))
                .body("rows.UNCHANGED", equalTo(1));
    }

    @Test
    void keepsTheTimeOfNewsThatChangesNothing() {
        sendAccounts();
        var line =
                """
                {"externalId":"L1","accountExternalId":"1","invoicedOn":"2026-05-02","amount":{"amount":"%s","currency":"BRL"},"sourceUpdatedAt":"2026-05-0%dT00:00:00Z"}
                """;
        done(send("revenue-lines", "application/x-ndjson", false, line.formatted("10", 3)));
        done(send("revenue-lines", "application/x-ndjson", false, line.formatted("10", 5)))
                .body("rows.UNCHANGED", equalTo(1));

        done(send("revenue-lines", "application/x-ndjson", false, line.formatted("9", 4)))
                .body("rows.STALE", equalTo(1));
    }

    @Test
    void leavesTheSequenceOfAnAccountOfWhichNothingChanges() throws SQLException {
        sendAccounts();
        var line =
                """
                {"externalId":"L1","accountExternalId":"1","invoicedOn":"2026-05-02","amount":{"amount":"10","currency":"BRL"}}
                """;
        done(send("revenue-lines", "application/x-ndjson", false, line));
        var before = sequence("1");

        done(send("revenue-lines", "application/x-ndjson", false, line))
                .body("rows.UNCHANGED", equalTo(1));
        assertEquals(before, sequence("1"));
    }

    @Test
    void refusesTwoCellsForTheSameField() {
        sendAccounts();
        var id =
                send(
                        "revenue-lines",
                        "text/csv",
                        false,
                        """
                        externalId,accountExternalId,invoicedOn,amount,amount.amount,amount.currency
                        L1,1,2026-05-02,10,10,BRL
                        L2,1,2026-05-02,,10,BRL
                        """);

        done(id).body("rows.CREATED", equalTo(1)).body("rows.REJECTED", equalTo(1));
    }

    private ValidatableResponse account(String externalId) {
        return as("reader")
                .get("/api/v1/accounts/by-external-id/" + system + "/" + externalId)
                .then()
                .statusCode(200);
    }

    private long sequence(String externalId) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select sequence from accounts join account_external_ids on account_id = id where system = ? and external_id = ?")) {
            select.setString(1, system);
            select.setString(2, externalId);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void refusesAKindThatIsUnknown() {
        as("integrator")
                .contentType("text/csv")
                .queryParam("kind", "colours")
                .queryParam("system", system)
                .body("a\n1\n")
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
