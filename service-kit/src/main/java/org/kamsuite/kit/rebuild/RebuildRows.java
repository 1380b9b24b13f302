package org.kamsuite.kit.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of the rebuilds that were asked for.
final class RebuildRows {

    private static final long LOCK = 0x4b414d4255494c44L;

    private RebuildRows() {}

    /// Files a rebuild for the worker.
    static Rebuild file(Connection connection, UUID id, String topic, String by)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into rebuilds (id, topic, requested_by, state)
                        values (?, ?, ?, 'RUNNING')
                        returning *
                        """)) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, by);
            try (var rows = insert.executeQuery()) {
                rows.next();
                return rebuild(rows);
            }
        }
    }

    /// The rebuilds, the newest first.
    static List<Rebuild> newest(Connection connection, int most) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select * from rebuilds order by started_at desc, id desc limit ?")) {
            select.setInt(1, most);
            var rebuilds = new ArrayList<Rebuild>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    rebuilds.add(rebuild(rows));
                }
            }
            return rebuilds;
        }
    }

    /// Whether this session now is the only one of the database that rebuilds.
    static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    /// Begins the rebuild that was asked for first and is not done; whoever began it before is
    /// fenced off.
    static Optional<Running> begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                update rebuilds
                                set attempt = attempt + 1
                                where id = (
                                    select id
                                    from rebuilds
                                    where state = 'RUNNING'
                                    order by started_at, id
                                    limit 1)
                                returning id, topic, attempt
                                """)) {
            return rows.next()
                    ? Optional.of(
                            new Running(
                                    rows.getObject(1, UUID.class),
                                    rows.getString(2),
                                    rows.getInt(3)))
                    : Optional.empty();
        }
    }

    /// Keeps every other process from beginning the rebuild until the transaction ends.
    ///
    /// @throws RebuildFenced if another has begun it since
    static void hold(Connection connection, Running rebuild) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select from public.rebuilds
                        where id = ? and attempt = ? and state = 'RUNNING'
                        for update
                        """)) {
            select.setObject(1, rebuild.id());
            select.setInt(2, rebuild.attempt());
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new RebuildFenced(rebuild.topic());
                }
            }
        }
    }

    /// Notes that the rebuild is done, in the transaction of what it did.
    static void finished(
            Connection connection,
            Running rebuild,
            Rebuild.State state,
            long records,
            long differing)
            throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update public.rebuilds
                        set state = ?,
                            finished_at = clock_timestamp(),
                            records = ?,
                            differing_keys = ?
                        where id = ?
                        """)) {
            update.setString(1, state.name());
            update.setLong(2, records);
            update.setLong(3, differing);
            update.setObject(4, rebuild.id());
            update.executeUpdate();
        }
    }

    static void failed(Connection connection, Running rebuild, String failure) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update rebuilds
                        set state = 'FAILED', finished_at = clock_timestamp(), failure = ?
                        where id = ? and attempt = ?
                        """)) {
            update.setString(1, failure);
            update.setObject(2, rebuild.id());
            update.setInt(3, rebuild.attempt());
            update.executeUpdate();
        }
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        var differing = row.getObject("differing_keys", Long.class);
        return new Rebuild(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                Rebuild.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("records"),
                differing,
                row.getString("failure"));
    }

    /// A rebuild that is not done, and how often it was begun.
    record Running(UUID id, String topic, int attempt) {}
}
