package org.kamsuite.kit.stale;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class StaleRowsTest {

    private static final String KIND = "shared";

    @Inject DataSource database;
    @Inject StaleMarks marks;
    @Inject StaleRows rows;

    @Test
    void aSecondWorkerGoesOnPastWhatTheFirstHolds() throws SQLException {
        try (var marking = database.getConnection()) {
            marks.mark(marking, KIND, IntStream.range(0, 120).mapToObj(Integer::toString).toList());
            marks.mark(marking, KIND, IntStream.range(0, 50).mapToObj(Integer::toString).toList());
        }
        try (var one = begin();
                var other = begin()) {
            var first = rows.claim(one, KIND, 50);
            var second = rows.claim(other, KIND, 50);

            assertThat(first.keys()).hasSize(50);
            assertThat(second.keys()).hasSize(50).doesNotContainAnyElementsOf(first.keys());
            one.rollback();
            other.rollback();
        }
    }

    @Test
    void findsTheMarksOfAKeyWithoutGoingThroughAll() throws SQLException {
        try (var connection = begin();
                var statement = connection.createStatement()) {
            marks.markAll(connection, "many", "select n::text from generate_series(1, 50000) n");
            statement.execute("analyze stale_marks");
            try (var plan =
                    statement.executeQuery(
                            """
                            explain delete from stale_marks
                            where kind = 'many' and key = any (array['7', '8', '9'])
                            """)) {
                var text = new StringBuilder();
                while (plan.next()) {
                    text.append(plan.getString(1)).append(' ');
                }
                assertThat(text).contains("stale_marks_by_key");
            }
            connection.rollback();
        }
    }

    private Connection begin() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
