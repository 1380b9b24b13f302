package org.kamsuite.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final int ENOUGH = 500;

    @Test
    void keepsWhatItHasAcknowledgedWhenItIsKilled(@TempDir Path folder)
            throws IOException, SQLException {
        int acknowledged;
        try (var server = start(folder)) {
            acknowledged = insertUntilKilled(server);
        }

        try (var server = start(folder);
                var connection =
                        DriverManager.getConnection(
                                server.url("account"), Postgres.owner("account"), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from acknowledged")) {
            rows.next();
            assertTrue(
                    rows.getInt(1) >= acknowledged,
                    rows.getInt(1) + " rows are there, " + acknowledged + " were acknowledged");
        }
    }

    @Test
    void saysWhyItDoesNotStartWithoutWaiting(@TempDir Path folder) throws IOException {
        start(folder).close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "garbage");

        var refused =
                assertTimeout(
                        Duration.ofSeconds(20),
                        () -> assertThrows(IOException.class, () -> start(folder)));

        assertEquals(
                "FATAL: \"%s\" is not a valid data directory; its log is %s"
                        .formatted(folder.resolve("data"), folder.resolve("log")),
                refused.getMessage());
    }

    private static Postgres start(Path folder) throws IOException {
        return Postgres.start(folder.resolve("data"), folder.resolve("log"), Ports.free());
    }

    private static int insertUntilKilled(Postgres server) throws SQLException {
        var acknowledged = 0;
        try (var connection =
                        DriverManager.getConnection(
                                server.url("account"), Postgres.owner("account"), "");
                var statement = connection.createStatement()) {
            statement.execute("create table acknowledged (number int)");
            while (true) {
                statement.execute("insert into acknowledged values (" + acknowledged + ")");
                acknowledged++;
                if (acknowledged == ENOUGH) {
                    Thread.startVirtualThread(() -> server.kill());
                }
            }
        } catch (SQLException e) {
            if (acknowledged < ENOUGH) {
                throw e;
            }
            return acknowledged;
        }
    }
}
