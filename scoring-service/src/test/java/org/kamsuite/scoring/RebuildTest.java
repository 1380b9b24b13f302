package org.kamsuite.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.embedded.TestTokens;

/// What the service keeps of a topic is made again from the topic, beside the live rows.
@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class RebuildTest {

    private static final String FACTS = "org.kamsuite.account.facts.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject DataSource database;

    private TestEvents events;

    @BeforeEach
    void open() {
        events = new TestEvents(servers);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void findsNothingToPutRightInRowsThatAreRight() throws IOException, SQLException {
        send(UUID.randomUUID(), 1);
        send(UUID.randomUUID(), 5);
        var before = rows();

        var rebuild = rebuild("accounts");

        assertThat(rebuild).isEqualTo(0);
        assertThat(rows()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void putsRightWhatIsWrongAndComputesItAnew() throws IOException, SQLException {
        var wrong = UUID.randomUUID();
        var missing = UUID.randomUUID();
        var invented = UUID.randomUUID();
        send(wrong, 3);
        send(missing, 4);
        var before = rows();
        execute("update account_facts set name = 'Wrong' where account_id = '%s'".formatted(wrong));
        execute("delete from account_facts where account_id = '%s'".formatted(missing));
        execute(
                """
                insert into account_facts (account_id, epoch, sequence, name, sheet)
                select '%s', epoch, sequence, name, sheet
                from account_facts
                where account_id = '%s'
                """
                        .formatted(invented, wrong));

        assertThat(rebuild("accounts")).isEqualTo(3);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsTheGravestoneOfAnAccountThatIsGone() throws IOException, SQLException {
        var account = UUID.randomUUID();
        send(account, 2);
        execute("delete from account_facts where account_id = '%s'".formatted(account));
        execute(
                """
                insert into inbox_versions (topic, key, epoch, sequence, removed)
                values ('accounts', '%s', 1, 9, true)
                """
                        .formatted(UUID.nameUUIDFromBytes(new byte[] {1})));

        assertThat(rebuild("accounts")).isEqualTo(1);
        assertThat(text("select sequence::text from inbox_versions where removed")).contains("9");
    }

    @Test
    void refusesATopicThatTheServiceDoesNotRead() {
        administrator()
                .body("{ \"topic\": \"catalogue\" }")
                .post("/admin/rebuilds")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static RequestSpecification administrator() {
        return given().auth()
                .oauth2(TestTokens.of("ana", "administrator"))
                .contentType("application/json");
    }

    /// Rebuilds and answers how many keys were put right.
    private static int rebuild(String topic) {
        var id =
                administrator()
                        .body("{ \"topic\": \"%s\" }".formatted(topic))
                        .post("/admin/rebuilds")
                        .then()
                        .statusCode(202)
                        .body("state", equalTo("RUNNING"))
                        .extract()
                        .<String>path("id");
        var entry = "items.find { it.id == '" + id + "' }.";
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        administrator()
                                .get("/admin/rebuilds")
                                .then()
                                .body(entry + "state", equalTo("SWAPPED")));
        return administrator().get("/admin/rebuilds").path(entry + "differingKeys");
    }

    private void send(UUID account, long sequence) throws IOException {
        events.send(
                "accounts",
                account.toString(),
                FACTS,
                sequence,
                Files.readString(Path.of("../docs/events/accounts.sample.json"))
                        .replace("01938b1c-0000-7000-8000-000000000001", account.toString()));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        text("select account_id::text from account_facts")
                                .contains(account.toString()));
    }

    private List<String> rows() throws SQLException {
        return text(
                """
                select (to_jsonb(f) - 'received_at')::text from account_facts f order by account_id
                """);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> text(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
