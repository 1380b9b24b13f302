package org.kamsuite.scoring;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.embedded.TestTokens;

/// Sends the events of the other services and asks over HTTP.
abstract class ScoringScenario {

    static final String FACTS = "org.kamsuite.account.facts.v1";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject DataSource database;

    TestEvents events;

    @BeforeEach
    void openEvents() {
        events = new TestEvents(servers);
    }

    @AfterEach
    void closeEvents() {
        events.close();
    }

    void sendTheSettings() throws IOException {
        events.send("company", "company", "org.kamsuite.company.settings.v1", 1, sample("company"));
    }

    static String sample(String topic) throws IOException {
        return Files.readString(Path.of("../docs/events/" + topic + ".sample.json"));
    }

    /// The sample's fact sheet with another identity.
    static String sheetOf(UUID account) throws IOException {
        return sample("accounts")
                .replace("01938b1c-0000-7000-8000-000000000001", account.toString());
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of("ana", role)).contentType("application/json");
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
