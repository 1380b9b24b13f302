package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The epoch of this database: raised after a restore, so that the restored history outranks every
/// lost one.
///
/// The first is 1, a later one the moment it began, in milliseconds since 1970 by the clock of the
/// database's server: a dump knows the epoch it was made in, not those that others began after it.
@ApplicationScoped
public class Epoch {

    private final DataSource database;
    private volatile long recent;

    @Inject
    Epoch(DataSource database) {
        this.database = database;
    }

    public long current() {
        try (var connection = database.getConnection()) {
            return current(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be read", e);
        }
    }

    /// The epoch as it was looked up last, for what asks often.
    public long recent() {
        var known = recent;
        return known == 0 ? current() : known;
    }

    public void lookUp() {
        recent = current();
    }

    /// The epoch as the connection's transaction sees it.
    public long current(Connection connection) throws SQLException {
        return number(connection, "select epoch from epochs");
    }

    /// The feed of changes leaps with it.
    long raise(Connection connection) throws SQLException {
        FeedPositions.leap(connection);
        return number(
                connection,
                """
                update epochs
                set epoch = greatest(
                    epoch + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
                returning epoch
                """);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
