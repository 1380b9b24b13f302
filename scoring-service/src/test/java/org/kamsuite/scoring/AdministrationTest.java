package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class AdministrationTest extends ScoringScenario {

    private static final String LETTERS = "/admin/dead-letters/accounts";

    @Test
    void listsDeadLettersPageByPage() {
        var key = UUID.randomUUID().toString();
        for (var letter = 0; letter < 3; letter++) {
            events.sendPoison("accounts", key);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> keys(500).stream().filter(key::equals).count() == 3);

        assertThat(keys(2)).isEqualTo(keys(500));
        as("administrator")
                .queryParam("cursor", "yesterday")
                .get(LETTERS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("cursor"));
    }

    @Test
    void replaysADeadLetterOnceForAnIdempotencyKey() throws IOException, SQLException {
        sendTheSettings();
        var account = UUID.randomUUID();
        Postgres.execute(
                url,
                "alter table account_facts add constraint refused check (account_id <> '%s')"
                        .formatted(account));
        events.send("accounts", account.toString(), FACTS, 1, sheetOf(account));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> keys(500).contains(account.toString()));
        Postgres.execute(url, "alter table account_facts drop constraint refused");
        var request = UUID.randomUUID().toString();

        replay(account, request).then().statusCode(204);
        execute("delete from dead_letter_replays");
        replay(account, request).then().statusCode(204);

        assertThat(count("select count(*) from account_facts where account_id = '%s'", account))
                .isEqualTo(1);
        assertThat(count("select count(*) from dead_letter_replays where topic <> '%s'", account))
                .isZero();
    }

    @Test
    void asksForARebuildOnceForAnIdempotencyKey() {
        var request = UUID.randomUUID().toString();

        assertThat(rebuild(request)).isEqualTo(rebuild(request));
    }

    private static String rebuild(String request) {
        return as("administrator")
                .header("Idempotency-Key", request)
                .body("{ \"topic\": \"white-space\" }")
                .post("/admin/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static Response replay(UUID account, String request) {
        var letter =
                page(500, null)
                        .<Map<String, Object>>path(
                                "items.find { it.key == '%s' }".formatted(account));
        return as("administrator")
                .header("Idempotency-Key", request)
                .body(
                        "{ \"partition\": %s, \"offset\": %s }"
                                .formatted(letter.get("partition"), letter.get("offset")))
                .post(LETTERS + "/replays");
    }

    /// The keys of all letters, read in pages of at most so many.
    private static List<String> keys(int limit) {
        var keys = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(limit, cursor);
            var found = page.<List<String>>path("items.key");
            assertThat(found).hasSizeLessThanOrEqualTo(limit);
            keys.addAll(found);
            cursor = page.path("next");
        } while (cursor != null);
        return keys;
    }

    private static Response page(int limit, @Nullable String cursor) {
        var request = as("administrator").queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private int count(String sql, UUID account) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(account))) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
