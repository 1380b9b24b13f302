package org.kamsuite.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.embedded.TestTokens;
import org.kamsuite.scoring.frame.ReferenceFrames;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class ReferenceFramesTest {

    private static final String FACTS = "org.kamsuite.account.facts.v1";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject DataSource database;

    @Inject ReferenceFrames frames;

    private TestEvents events;

    @BeforeEach
    void haveAFrame() throws IOException {
        events = new TestEvents(servers);
        events.send("company", "company", "org.kamsuite.company.settings.v1", 1, sample("company"));
        score();
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static String sample(String topic) throws IOException {
        return Files.readString(Path.of("../docs/events/" + topic + ".sample.json"));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of("ana", role)).contentType("application/json");
    }

    /// Sends another account and awaits its score.
    private void score() throws IOException {
        var account = UUID.randomUUID();
        events.send(
                "accounts",
                account.toString(),
                FACTS,
                1,
                sample("accounts")
                        .replace("01938b1c-0000-7000-8000-000000000001", account.toString()));
        Awaitility.await("score of " + account)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as("reader").get("/api/v1/scores/" + account).then().statusCode(200));
    }

    private static int latest() {
        return as("reader").get("/api/v1/reference-frames/latest").path("number");
    }

    /// Makes the frames two minutes old and resting on this many accounts.
    private void age(int accounts) throws SQLException {
        execute(
                "update reference_frames set made_at = clock_timestamp() - interval '2 minutes', "
                        + "purchasing_accounts = "
                        + accounts);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String renewMedian() {
        return as("lead")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{ \"renewMedian\": true }")
                .post("/api/v1/reference-frames")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    @Test
    void makesAFrameAnewThatRestsOnAFragment() throws IOException, SQLException {
        var before = latest();
        age(1_000_000);
        score();
        assertThat(latest()).isEqualTo(before);

        age(0);
        score();

        assertThat(latest()).isGreaterThan(before);
    }

    @Test
    void makesOneFrameThoughTwoAskForIt()
            throws SQLException, InterruptedException, ExecutionException {
        age(0);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var first = frames.current(connection);
            var second = CompletableFuture.supplyAsync(this::currentNumber);
            Awaitility.await("the second to wait for the lock").until(this::somebodyWaits);
            connection.commit();

            assertThat(second.get()).isEqualTo(first.number());
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                "select from pg_locks where locktype = 'advisory' and not granted")) {
            return rows.next();
        }
    }

    @Test
    void leavesTheMedianAloneAfterTheFirstDay() throws IOException, SQLException {
        renewMedian();
        var before = latest();
        age(0);
        execute(
                "update reference_frames set made_on = made_on - 1 where frame < "
                        + "(select max(frame) from reference_frames)");
        try {
            score();

            assertThat(latest()).isEqualTo(before);
        } finally {
            execute(
                    "update reference_frames set made_on = (select max(made_on) from reference_frames)");
        }
    }

    private long currentNumber() {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var number = frames.current(connection).number();
            connection.commit();
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersWithTheFrameAsItIsStored() {
        var made = renewMedian();

        assertThat(as("reader").get("/api/v1/reference-frames/latest").asString()).isEqualTo(made);
    }
}
