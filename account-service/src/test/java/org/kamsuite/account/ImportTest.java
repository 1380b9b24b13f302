package org.kamsuite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class ImportTest extends ImportScenario {

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
    void takesEvidenceWithAndWithoutItsType() {
        sendAccounts();
        var items =
                """
                externalId,accountExternalId,kind,type,value,rater,observedOn
                E1,1,RECOGNITION,AWARD,75,ana,2026-04-01
                E2,1,REFERENCE,,50,ana,2026-04-01
                E3,1,REFERENCE,AWARD,50,ana,2026-04-01
                """;

        var id = send("evidence-items", "text/csv", false, items);

        done(id).body("rows.CREATED", equalTo(2)).body("rows.REJECTED", equalTo(1));
        rejected(id).body("items[0].errors.pointer", hasItem("/type"));
    }

    @Test
    void takesTheSameRowsOnceUnderAnIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var rows = "externalId,name,status\n8,Once,ACTIVE\n";

        var first = sendOnce(key, rows).statusCode(202).extract().<String>path("id");

        sendOnce(key, rows).statusCode(202).body("id", equalTo(first));
        sendOnce(key, rows.replace("Once", "Twice"))
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        done(first).body("rows.CREATED", equalTo(1));
    }

    @Test
    void numbersEachChangeOfAnAccountThatComesTwiceInABatch() throws SQLException {
        done(send(
                        "accounts",
                        "text/csv",
                        false,
                        "externalId,name,status\n9,One,ACTIVE\n9,Another,ACTIVE\n"))
                .body("rows.CREATED", equalTo(1))
                .body("rows.UPDATED", equalTo(1));

        assertThat(sequence("9")).isEqualTo(2);
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
}
