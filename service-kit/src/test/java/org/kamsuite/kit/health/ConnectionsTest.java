package org.kamsuite.kit.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

/// The connections to the database are measured, as docs/operations.md tells operators.
@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class ConnectionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"agroal_active_count", "agroal_awaiting_count", "agroal_max_used_count"})
    void areMeasured(String metric) {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("\n" + metric + "{datasource=\"default\"} "));
    }
}
