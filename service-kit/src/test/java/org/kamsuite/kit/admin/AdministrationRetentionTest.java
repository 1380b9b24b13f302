package org.kamsuite.kit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.time.BusinessClock;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class AdministrationRetentionTest {

    @Inject DataSource database;
    @Inject AdministrationRetention retention;
    @Inject BusinessClock clock;

    @Test
    void deletesWhatIsOlderThanItIsKept() throws SQLException {
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    """
                    insert into rebuilds (id, topic, requested_by, state, finished_at)
                    select gen_random_uuid(), 'kept-' || days, 'ana', 'FAILED',
                        clock_timestamp() - days * interval '1 day'
                    from unnest(array[89, 91]) as finished (days)
                    """);
            execute(
                    connection,
                    """
                    insert into dead_letter_replays (
                        topic, partition, record_offset, replayed_by, replayed_at)
                    select 'kept-' || days, 0, 0, 'ana', clock_timestamp() - days * interval '1 day'
                    from unnest(array[89, 91]) as replayed (days)
                    """);

            retention.run(clock.today(), connection);

            assertThat(topics(connection, "rebuilds")).containsExactly("kept-89");
            assertThat(topics(connection, "dead_letter_replays")).containsExactly("kept-89");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> topics(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select topic from " + table + " where topic like 'kept-%'")) {
            var topics = new ArrayList<String>();
            while (rows.next()) {
                topics.add(rows.getString(1));
            }
            return topics;
        }
    }
}
