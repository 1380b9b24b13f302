package org.kamsuite.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class ImportMergeTest extends ImportScenario {

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
}
