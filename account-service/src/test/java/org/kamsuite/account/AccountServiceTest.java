package org.kamsuite.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class AccountServiceTest {

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of("ana", role)).contentType("application/json");
    }

    @BeforeEach
    void configureTheCompany() {
        as("administrator")
                .header("If-Match", "*")
                .body(
                        """
                        { "currency": "BRL", "zone": "America/Sao_Paulo", "fiscalYearStartMonth": 1,
                          "cycleMonths": 3, "configuredCap": 35 }
                        """)
                .put("/api/v1/settings")
                .then()
                .statusCode(200);
    }

    private static String open(String name) {
        return as("manager")
                .body(
                        """
                        { "profile": { "name": "%s", "status": "ACTIVE", "sectorCode": "35.1" },
                          "externalIds": [{ "system": "ERP", "id": "%s" }] }
                        """
                                .formatted(name, UUID.randomUUID()))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", containsString("/api/v1/accounts/"))
                .header("Account-Sequence", notNullValue())
                .extract()
                .path("id");
    }

    @Test
    void asksForTheVersionBeforeTheSettingsAreWrittenAnew() {
        var settings = as("reader").get("/api/v1/settings").then().statusCode(200).extract();

        as("administrator")
                .body(settings.asString())
                .put("/api/v1/settings")
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
    }

    @Test
    void pointsAtTheFieldsThatARuleBetweenThemIsAbout() {
        var account = open("Ponto");

        as("manager")
                .body(
                        """
                        { "invoicedOn": "2026-05-01", "recurring": false, "cost": "-1",
                          "amount": { "amount": "10", "currency": "BRL" } }
                        """)
                .post("/api/v1/accounts/" + account + "/revenue-lines")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cost"));
    }

    @Test
    void refusesACallerWithoutToken() {
        given().get("/api/v1/accounts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void refusesARoleThatMayNotWrite() {
        as("reader")
                .body("{}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        as("manager")
                .body("{ \"profile\": { \"name\": \"\", \"headcount\": -4 } }")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/profile/name"))
                .body("errors.pointer", hasItem("/profile/headcount"))
                .body("errors.pointer", hasItem("/profile/status"));
    }

    @Test
    void saysWhereAnUnknownPropertyStands() {
        as("manager")
                .body("{ \"profile\": { \"nome\": \"Aurora\" } }")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/profile/nome"));
    }

    @Test
    void refusesAnUnknownFilterAndListsTheKnownOnes() {
        as("reader")
                .get("/api/v1/accounts?colour=red&limit=0")
                .then()
                .statusCode(400)
                .body("errors", hasSize(2))
                .body("errors.detail", hasItem(containsString("sectorCode")));
    }

    @Test
    void carriesARecordedHoldingIntoTheFactSheet() {
        var account = open("Aurora Energia");
        var centre =
                as("manager")
                        .body(
                                """
                                { "name": "Operations", "area": "OPERATIONS", "decisionScope": ["SENSORS"],
                                  "status": "ACTIVE", "zone": "America/Sao_Paulo", "observationComplete": true }
                                """)
                        .post("/api/v1/accounts/" + account + "/centres")
                        .then()
                        .statusCode(201)
                        .body("name", equalTo("Operations"))
                        .extract()
                        .<String>path("id");
        as("manager")
                .body(
                        """
                        { "centreId": "%s", "productCode": "SENSOR-BASIC", "quantity": "120",
                          "annualValue": { "amount": "240000.00", "currency": "BRL" },
                          "startsOn": "2024-01-01", "utilisation": "0.93" }
                        """
                                .formatted(centre))
                .post("/api/v1/accounts/" + account + "/holdings")
                .then()
                .statusCode(201);

        as("manager")
                .get("/api/v1/accounts/" + account + "/fact-sheet")
                .then()
                .statusCode(200)
                .body("sequence", equalTo(3))
                .body("facts.holdings[0].annualValue", equalTo("240000.0000"))
                .body("facts.centres", hasSize(2));
    }

    @Test
    void convertsRevenueAtTheRateOfItsDate() {
        var account = open("Borealis");
        as("administrator")
                .body(
                        "[{ \"currency\": \"USD\", \"effectiveOn\": \"2026-01-01\", \"rate\": \"5.00\" }]")
                .post("/api/v1/settings/rates")
                .then()
                .statusCode(200);
        for (var day : new String[] {"2025-12-31", "2026-02-01"}) {
            as("integrator")
                    .body(
                            """
                            { "invoicedOn": "%s", "amount": { "amount": "100", "currency": "USD" } }
                            """
                                    .formatted(day))
                    .post("/api/v1/accounts/" + account + "/revenue-lines")
                    .then()
                    .statusCode(201);
        }

        as("manager")
                .get("/api/v1/accounts/" + account + "/fact-sheet")
                .then()
                .body("facts.revenue.months[0].amount", equalTo("500.0000"))
                .body("facts.revenue.unconvertedLines[0].lines", equalTo(1));
    }

    @Test
    void wantsTheVersionThatAWriteWasDecidedOn() {
        var account = open("Cobalt");
        var patch =
                as("manager")
                        .contentType("application/merge-patch+json")
                        .body("{ \"headcount\": 300 }");

        patch.patch("/api/v1/accounts/" + account).then().statusCode(428);
        patch.header("If-Match", "\"99\"")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{ \"headcount\": 300 }")
                .patch("/api/v1/accounts/" + account)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("headcount", equalTo(300));
    }

    @Test
    void takesARetriedPostOnce() {
        var key = UUID.randomUUID().toString();
        var name = "Dione " + key;
        var request =
                "{ \"profile\": { \"name\": \"%s\", \"status\": \"ACTIVE\" } }".formatted(name);
        var first =
                as("manager").header("Idempotency-Key", key).body(request).post("/api/v1/accounts");
        var second =
                as("manager").header("Idempotency-Key", key).body(request).post("/api/v1/accounts");

        first.then().statusCode(201);
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        as("manager")
                .header("Idempotency-Key", key)
                .body(request.replace("ACTIVE", "PROSPECT"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(422);
        as("reader")
                .queryParam("name", name)
                .get("/api/v1/accounts")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void hidesPeopleFromReaders() {
        var account = open("Europa");

        as("reader").get("/api/v1/accounts/" + account + "/stakeholders").then().statusCode(403);
    }

    @Test
    void keepsTheHierarchyATree() {
        var parent = open("Fornax");
        var child = open("Fornax Sul");
        as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{ \"parentId\": \"%s\" }".formatted(parent))
                .patch("/api/v1/accounts/" + child)
                .then()
                .statusCode(200);

        as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{ \"parentId\": \"%s\" }".formatted(child))
                .patch("/api/v1/accounts/" + parent)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/parentId"));
        as("reader")
                .queryParam("under", parent)
                .queryParam("count", "exact")
                .get("/api/v1/accounts")
                .then()
                .body("count", equalTo(2));
    }

    @Test
    void pagesWithoutLosingOrRepeating() {
        for (var i = 0; i < 5; i++) {
            open("Ganymed " + i);
        }

        var first =
                as("reader")
                        .queryParam("q", "Ganymed")
                        .queryParam("limit", 3)
                        .get("/api/v1/accounts")
                        .then()
                        .body("items", hasSize(3))
                        .header("Link", containsString("rel=\"next\""))
                        .extract()
                        .<String>path("next");
        as("reader")
                .queryParam("q", "Ganymed")
                .queryParam("limit", 3)
                .queryParam("cursor", first)
                .get("/api/v1/accounts")
                .then()
                .body("items", hasSize(2));
        as("reader").queryParam("cursor", "forged").get("/api/v1/accounts").then().statusCode(400);
    }

    @Test
    void answersWhatDoesNotExistAsAProblem() {
        as("reader")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("reader")
                .get("/api/v1/accounts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("reader")
                .delete("/api/v1/accounts")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        as("manager")
                .body("{")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as("manager")
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/accounts")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void keepsTheHierarchyATreeWhenTwoMoveAtOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = open("Hydra");
            var other = open("Hydra");
            try (var callers = Executors.newFixedThreadPool(2)) {
                var first = callers.submit(() -> move(one, other));
                var second = callers.submit(() -> move(other, one));

                assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 400);
            }
        }
    }

    private static int move(String account, String parent) {
        return as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{ \"parentId\": \"%s\" }".formatted(parent))
                .patch("/api/v1/accounts/" + account)
                .statusCode();
    }

    @Test
    void keepsTheCentreOfWhatIsNotMapped() {
        var account = open("Io");
        var remainder = AccountApi.remainderOf(account);

        as("manager")
                .header("If-Match", "*")
                .delete("/api/v1/accounts/" + account + "/centres/" + remainder)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fact-is-kept"));
    }

    @Test
    void filtersAndSortsFactsByWhatTheySay() {
        var account = open("Janus");
        for (var day : List.of("2026-03-01", "2026-01-01", "2026-02-01")) {
            AccountApi.record(
                    account,
                    "revenue-lines",
                    "{ \"invoicedOn\": \"%s\", \"amount\": { \"amount\": \"100\", \"currency\": \"BRL\" } }"
                            .formatted(day));
        }

        as("reader")
                .get(
                        "/api/v1/accounts/"
                                + account
                                + "/revenue-lines?sort=-invoicedOn&invoicedOn.lt=2026-03-01&amount.currency=BRL&count=exact")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("items.invoicedOn", equalTo(List.of("2026-02-01", "2026-01-01")));
        as("reader")
                .get("/api/v1/accounts/" + account + "/revenue-lines?sort=productCode&wann=1")
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        as("reader")
                .get(
                        "/api/v1/accounts/"
                                + account
                                + "/goals?families=SENSORS&status.in=CONFIRMED,ACHIEVED")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void takesOverWhatAnotherSystemSaysUnlessItHasSaidSomethingNewer() {
        var account = open("Kallisto");
        var path =
                "/api/v1/accounts/%s/contracts/by-external-id/ERP/%s"
                        .formatted(account, UUID.randomUUID());

        upsertContract(path, "2026-02-01T00:00:00Z", "100").statusCode(200);
        upsertContract(path, "2026-02-01T00:00:00Z", "100.0000").statusCode(200);
        assertThat(AccountApi.sheet(account).getLong("sequence")).isEqualTo(2);
        upsertContract(path, "2026-03-01T00:00:00Z", "120")
                .statusCode(200)
                .body("annualValue.amount", equalTo("120"))
                .body("sourceSystem", equalTo("ERP"));
        upsertContract(path, "2026-01-01T00:00:00Z", "90")
                .statusCode(409)
                .body("type", equalTo("/problems/stale-source"));

        assertThat(AccountApi.sheet(account).getLong("sequence")).isEqualTo(3);
        assertThat(AccountApi.sheet(account).getList("facts.contracts.annualValue"))
                .isEqualTo(List.of("120.0000"));
    }

    private static ValidatableResponse upsertContract(
            String path, String updatedAt, String amount) {
        return as("integrator")
                .queryParam("sourceUpdatedAt", updatedAt)
                .body(
                        """
                        { "number": "K-1", "startsOn": "2026-01-01",
                          "annualValue": { "amount": "%s", "currency": "BRL" } }
                        """
                                .formatted(amount))
                .put(path)
                .then();
    }
}
