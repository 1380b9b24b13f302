package org.kamsuite.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.problem.Rejection;

/// Positions of a feed that has told of ten changes.
@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class FeedPositionsTest {

    @Inject DataSource database;

    private Connection connection;
    private long first;

    @BeforeEach
    void tellOfTenChanges() throws SQLException {
        connection = database.getConnection();
        first = number("select nextval('changes_feed')");
        number("select max(nextval('changes_feed')) from generate_series(1, 9)");
    }

    @AfterEach
    void close() throws SQLException {
        execute("delete from feed_gaps");
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void goesOnFromEveryPositionThatWasTold() {
        for (var position = first; position < first + 10; position++) {
            var after = position;
            assertThatCode(() -> FeedPositions.require(connection, after))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAPositionThatWasNeverTold() {
        assertThat(refusal(first + 10))
                .containsEntry("cause", "NEVER_TOLD")
                .containsEntry("goOnAfter", first + 9);
    }

    @Test
    void refusesThePositionsThatARestoreMayHaveLost() throws SQLException {
        FeedPositions.leap(connection);

        var next = number("select nextval('changes_feed')");

        assertThatCode(() -> FeedPositions.require(connection, first + 9))
                .doesNotThrowAnyException();
        assertThatCode(() -> FeedPositions.require(connection, next)).doesNotThrowAnyException();
        for (var lost : new long[] {first + 10, first + 11, next - 1}) {
            assertThat(refusal(lost))
                    .containsEntry("cause", "RESTORE")
                    .containsEntry("goOnAfter", first + 9);
        }
    }

    @Test
    void refusesThePositionsOfEveryHistoryThatBeganWithTheSameDump() throws SQLException {
        FeedPositions.leap(connection);
        var told = number("select nextval('changes_feed')");
        number("select setval('changes_feed', " + (first + 9) + ")");
        execute("delete from feed_gaps");

        FeedPositions.leap(connection);

        assertThat(number("select nextval('changes_feed')")).isGreaterThan(told);
        for (var lost : new long[] {first + 10, told}) {
            assertThat(refusal(lost))
                    .containsEntry("cause", "RESTORE")
                    .containsEntry("goOnAfter", first + 9);
        }
    }

    @Test
    void refusesAPositionWhoseNextChangeIsNotKept() throws SQLException {
        FeedPositions.forget(connection, first + 3);
        FeedPositions.forget(connection, first + 5);
        FeedPositions.forget(connection, 0);

        assertThat(refusal(first + 4))
                .containsEntry("cause", "RETENTION")
                .containsEntry("goOnAfter", first + 5);
        for (var after : new long[] {0, first + 5, first + 9}) {
            assertThatCode(() -> FeedPositions.require(connection, after))
                    .doesNotThrowAnyException();
        }
    }

    private Map<String, Object> refusal(long after) {
        return catchThrowableOfType(Rejection.class, () -> FeedPositions.require(connection, after))
                .problem()
                .members();
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
