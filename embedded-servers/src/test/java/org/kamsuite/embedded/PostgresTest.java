package org.kamsuite.embedded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final int ENOUGH = 500;

    @Test
    void keepsWhatItHasAcknowledgedWhenItIsKilled(@TempDir Path folder)
            throws IOException, SQLException {
        int acknowledged;
        try (var server = Postgres.start(folder.resolve("data"), Ports.free())) {
            acknowledged = insertUntilKilled(server);
        }

        try (var server = Postgres.start(folder.resolve("data"), Ports.free());
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
