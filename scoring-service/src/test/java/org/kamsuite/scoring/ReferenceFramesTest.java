package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.scoring.frame.ReferenceFrames;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class ReferenceFramesTest extends ScoringScenario {

    @Inject ReferenceFrames frames;

    @BeforeEach
    void haveAFrame() throws IOException {
        sendTheSettings();
        score();
    }

    /// Sends another account and awaits its score.
    private void score() throws IOException {
        var account = UUID.randomUUID();
        events.send("accounts", account.toString(), FACTS, 1, sheetOf(account));
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
    void saysHowTheScoresWereSpreadWhenItWasMade() {
        renewMedian();

        List<Number> quantiles =
                as("reader").get("/api/v1/reference-frames/latest").path("scoreQuantiles.C6");

        assertThat(quantiles).hasSize(101);
        assertThat(quantiles.stream().map(Number::doubleValue)).isSorted();
    }

    @Test
    void makesAFrameAnewThatRestsOnAFragment() throws IOException, SQLException {
        var before = latest();
        age(1_000_000);
        score();
        assertThat(latest()).isEqualTo(before);

        age(1);
        score();

        assertThat(latest()).isGreaterThan(before);
    }

    @Test
    void makesOneFrameThoughTwoAskForIt()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        score();
        age(1);
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
        age(1);
        putTheEarlierFramesADayBack();
        try {
            score();

            assertThat(latest()).isEqualTo(before);
        } finally {
            putAllFramesOnOneDay();
        }
    }

    @Test
    void makesAFrameAnewThatRestsOnAFragmentThoughEmptyOnesCameBefore()
            throws IOException, SQLException {
        renewMedian();
        var before = latest();
        age(1);
        putTheEarlierFramesADayBack();
        execute(
                "update reference_frames set purchasing_accounts = 0 where made_on < "
                        + "(select max(made_on) from reference_frames)");
        try {
            score();

            assertThat(latest()).isGreaterThan(before);
        } finally {
            putAllFramesOnOneDay();
        }
    }

    private void putTheEarlierFramesADayBack() throws SQLException {
        execute(
                "update reference_frames set made_on = made_on - 1 where frame < "
                        + "(select max(frame) from reference_frames)");
    }

    private void putAllFramesOnOneDay() throws SQLException {
        execute(
                "update reference_frames set made_on = (select max(made_on) from reference_frames)");
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
