package org.kamsuite.kit.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.outbox.Epoch;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class RestoreTest {

    @Inject DataSource database;
    @Inject Restore restore;
    @Inject Epoch epoch;

    @Test
    void letsADatabaseBeThatIsWhereItWas() throws SQLException {
        var before = epoch.current();

        restore.recognise();

        assertThat(epoch.current()).isEqualTo(before);
        assertThat(keptAt()).matches("\\d+/\\d+/[0-9A-F]{8}");
    }

    @Test
    void letsADatabaseBeThatNeverSaidWhereItIs() throws SQLException {
        var before = epoch.current();
        execute("update epochs set kept_at = null");

        restore.recognise();

        assertThat(epoch.current()).isEqualTo(before);
        assertThat(keptAt()).isNotNull();
    }

    @ParameterizedTest(name = "the {1} is another one")
    @CsvSource({"0, system", "1, database", "2, timeline"})
    void outranksOnceTheHistoryThatIsLost(int part, String other) throws SQLException {
        var before = epoch.current();
        var place = keptAt().split("/");
        place[part] = other;
        execute("update epochs set kept_at = '" + String.join("/", place) + "'");
        var asked = rebuilds();

        restore.recognise();
        var raised = epoch.current();
        restore.recognise();

        assertThat(raised).isGreaterThan(before);
        assertThat(epoch.current()).isEqualTo(raised);
        assertThat(epoch.recent()).isEqualTo(raised);
        assertThat(rebuilds()).isGreaterThan(asked);
    }

    @Test
    void outranksWhatAnEarlierRestoreOfTheSameDumpBegan() throws SQLException {
        var dumped = epoch.current();
        restore.announce("test");
        var lost = epoch.current();
        execute("select pg_sleep(0.01)");
        execute("update epochs set epoch = " + dumped);

        restore.announce("test");

        assertThat(epoch.current()).isGreaterThan(lost);
    }

    private int rebuilds() throws SQLException {
        return Integer.parseInt(
                text("select count(*)::text from rebuilds where requested_by = 'restore'"));
    }

    private String keptAt() throws SQLException {
        return text("select kept_at from epochs");
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
