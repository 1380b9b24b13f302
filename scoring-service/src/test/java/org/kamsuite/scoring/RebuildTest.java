package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

/// What the service keeps of a topic is made again from the topic, beside the live rows.
@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class RebuildTest extends ScoringScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        as("administrator")
                .body("{ \"topic\": \"catalogue\" }")
                .post("/admin/rebuilds")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    /// Rebuilds and answers how many keys were put right.
    private static int rebuild(String topic) {
        var id =
                as("administrator")
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
                        as("administrator")
                                .get("/admin/rebuilds")
                                .then()
                                .body(entry + "state", equalTo("SWAPPED")));
        return as("administrator").get("/admin/rebuilds").path(entry + "differingKeys");
    }

    private void send(UUID account, long sequence) throws IOException {
        events.send("accounts", account.toString(), FACTS, sequence, sheetOf(account));
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
