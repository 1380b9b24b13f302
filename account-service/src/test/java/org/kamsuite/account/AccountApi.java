package org.kamsuite.account;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.kamsuite.embedded.TestTokens;

/// The service as its callers use it.
final class AccountApi {

    private AccountApi() {}

    static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of("ana", role)).contentType("application/json");
    }

    static void configureTheCompany() {
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

    static void rate(String currency, String day, String rate) {
        as("administrator")
                .body(
                        "[{ \"currency\": \"%s\", \"effectiveOn\": \"%s\", \"rate\": \"%s\" }]"
                                .formatted(currency, day, rate))
                .post("/api/v1/settings/rates")
                .then()
                .statusCode(200);
    }

    /// Opens an account that the ERP knows as well, and answers its identifier.
    static String open(String name) {
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
                .extract()
                .path("id");
    }

    /// Records a fact and answers its identifier.
    static String record(String account, String kind, String content) {
        return as("manager")
                .body(content)
                .post("/api/v1/accounts/" + account + "/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static JsonPath sheet(String account) {
        return as("manager")
                .get("/api/v1/accounts/" + account + "/fact-sheet")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static String remainderOf(String account) {
        return sheet(account)
                .getString("facts.centres.find { it.area == 'UNKNOWN_REMAINDER' }.centreId");
    }
}
