package org.kamsuite.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class ImportFaultTest extends ImportScenario {

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

    @Test
    void pointsAtWhatARowMayNotSay() {
        sendAccounts();
        var lines =
                send(
                        "revenue-lines",
                        "text/csv",
                        false,
                        """
                        externalId,accountExternalId,invoicedOn,amount.amount,amount.currency,cost
                        %s,1,2026-05-02,10,BRL,1
                        L2,1,2026-05-02,10,BRL,-1
                        """
                                .formatted("L".repeat(201)));
        var holdings =
                send(
                        "holdings",
                        "text/csv",
                        false,
                        """
                        externalId,accountExternalId,productCode,annualValue.amount,annualValue.currency,startsOn,contractId
                        H1,1,SENSOR,1000,BRL,2026-01-01,%s
                        """
                                .formatted(UUID.randomUUID()));

        done(lines).body("rows.REJECTED", equalTo(2));
        rejected(lines)
                .body("items[0].errors.pointer", hasItem("/externalId"))
                .body("items[1].errors.pointer", hasItem("/cost"));
        done(holdings).body("rows.REJECTED", equalTo(1));
        rejected(holdings).body("items[0].errors.pointer", hasItem("/contractId"));
    }

    @Test
    void refusesTheNameOfASystemThatIsNone() {
        as("integrator")
                .contentType("application/json")
                .body("{\"name\":\"Aurora\",\"status\":\"ACTIVE\"}")
                .put("/api/v1/accounts/by-external-id/no system/1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void holdsTheLimitOfFactsForImportsToo() {
        sendAccounts();
        var rows =
                IntStream.rangeClosed(1, 2001)
                        .mapToObj(row -> "L" + row + ",1,BR,Recife,America/Recife\n")
                        .collect(Collectors.joining());

        done(send(
                        "locations",
                        "text/csv",
                        false,
                        "externalId,accountExternalId,country,city,zone\n" + rows))
                .body("rows.CREATED", equalTo(2000))
                .body("rows.REJECTED", equalTo(1));
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
