package org.kamsuite.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

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
import org.kamsuite.embedded.TestTokens;

/// Sends imports and looks at what has become of their rows.
abstract class ImportScenario {

    final String system = "S" + UUID.randomUUID().toString().substring(0, 8);

    @Inject DataSource database;

    static RequestSpecification as(String role) {
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

    String send(String kind, String type, boolean dryRun, String body) {
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

    ValidatableResponse sendOnce(String key, String body) {
        return as("integrator")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .queryParam("kind", "accounts")
                .queryParam("system", system)
                .body(body)
                .post("/api/v1/imports")
                .then();
    }

    static ValidatableResponse done(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        as("integrator")
                                .get("/api/v1/imports/" + id)
                                .then()
                                .body("state", equalTo("DONE")));
        return as("integrator").get("/api/v1/imports/" + id).then();
    }

    void sendAccounts() {
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

    static ValidatableResponse rejected(String id) {
        return as("integrator")
                .queryParam("outcome", "REJECTED")
                .get("/api/v1/imports/" + id + "/rows")
                .then()
                .statusCode(200);
    }

    long keptContents(String id) throws SQLException {
        return number(
                "select count(*) from import_rows where import_id = ?::uuid and content is not null",
                id);
    }

    ValidatableResponse account(String externalId) {
        return as("reader")
                .get("/api/v1/accounts/by-external-id/" + system + "/" + externalId)
                .then()
                .statusCode(200);
    }

    long sequence(String externalId) throws SQLException {
        return number(
                "select sequence from accounts join account_external_ids on account_id = id where system = ? and external_id = ?",
                system,
                externalId);
    }

    private long number(String sql, String... values) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (var place = 0; place < values.length; place++) {
                select.setString(place + 1, values[place]);
            }
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
