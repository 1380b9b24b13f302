package org.kamsuite.kit.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/// An advisory lock on a connection of its own: who holds it leads the relay of this database.
///
/// A leader that has stopped without ending (a frozen process) goes silent; PostgreSQL then ends
/// its session and the lock is free. The Kafka producer's identity fences such a leader when it
/// wakes up.
final class Leadership implements AutoCloseable {

    private static final long LOCK = 0x4b414d52454c4159L;

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /// Takes the lead, where nobody has it.
    static Optional<Leadership> take(Config config, Duration silence) throws SQLException {
        var connection = connect(config, silence);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            rows.next();
            if (rows.getBoolean(1)) {
                return Optional.of(new Leadership(connection));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /// Shows PostgreSQL that this leader lives; fails when the lead is lost.
    void confirm() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Connection connect(Config config, Duration silence) throws SQLException {
        var settings = new Properties();
        config.getOptionalValue("quarkus.datasource.username", String.class)
                .ifPresent(user -> settings.setProperty("user", user));
        config.getOptionalValue("quarkus.datasource.password", String.class)
                .ifPresent(password -> settings.setProperty("password", password));
        settings.setProperty("ApplicationName", "relay leadership");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", "30");
        var url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        var connection = DriverManager.getConnection(url, settings);
        try (var statement = connection.createStatement()) {
            statement.execute("set idle_session_timeout = " + silence.toMillis());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
