package org.kamsuite.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class BacklogTest {

    @Inject DataSource database;
    @Inject MeterRegistry metrics;

    @Test
    void countsAgainOnlyAfterAWhile() throws SQLException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> marks() == 0);
        execute("insert into stale_marks (kind, key) values ('nobody works on', 'it')");

        assertThat(marks()).isZero();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> marks() == 1);
        execute("delete from stale_marks where kind = 'nobody works on'");
    }

    private double marks() {
        return metrics.get("kam.stale.rows").gauge().value();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
