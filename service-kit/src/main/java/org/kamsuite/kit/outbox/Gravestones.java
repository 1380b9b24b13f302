package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/// How often each key was removed in the present epoch: a tombstone outranks every state before it,
/// and every state after it outranks the tombstone.
@ApplicationScoped
class Gravestones {

    /// Far above every version that a row reaches, and small enough for two thousand million
    /// removals.
    private static final int VERSION_BITS = 32;

    private final DataSource database;

    @Inject
    Gravestones(DataSource database) {
        this.database = database;
    }

    /// The sequence at which the present lives of the keys begin; a key not in the answer was never
    /// removed.
    Map<String, Long> bases(
            Connection connection, String topic, long epoch, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select key, removals
                        from gravestones
                        where topic = ? and epoch = ? and key = any (?)
                        """)) {
            select.setString(1, topic);
            select.setLong(2, epoch);
            select.setArray(3, connection.createArrayOf("text", keys.toArray()));
            return bases(select);
        }
    }

    /// Notes in the caller's transaction that the keys are removed: a state that follows, in this
    /// transaction or a later one, outranks every state before.
    void note(Connection connection, String topic, Collection<String> keys) throws SQLException {
        // A shared lock: the epoch is not raised between here and the commit.
        try (var lock = connection.createStatement();
                var rows = lock.executeQuery("select epoch from epochs for share")) {
            rows.next();
            var _ = add(connection, topic, rows.getLong(1), keys);
        }
    }

    /// Notes that the keys are removed and answers the sequences of their tombstones.
    ///
    /// Committed by itself, before the tombstones are sent: no state that comes back is numbered
    /// below a tombstone that is out already.
    Map<String, Long> add(String topic, long epoch, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection()) {
            return add(connection, topic, epoch, keys);
        }
    }

    private static Map<String, Long> add(
            Connection connection, String topic, long epoch, Collection<String> keys)
            throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into gravestones as known (topic, key, epoch, removals)
                        select ?, key, ?, 1 from unnest(?::text[]) as removed (key) order by key
                        on conflict (topic, key) do update
                        set epoch = excluded.epoch,
                            removals = case
                                when known.epoch = excluded.epoch then known.removals + 1
                                else 1
                            end
                        returning key, removals
                        """)) {
            upsert.setString(1, topic);
            upsert.setLong(2, epoch);
            upsert.setArray(3, connection.createArrayOf("text", keys.toArray()));
            return bases(upsert);
        }
    }

    private static Map<String, Long> bases(PreparedStatement statement) throws SQLException {
        var bases = new HashMap<String, Long>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                bases.put(rows.getString(1), rows.getLong(2) << VERSION_BITS);
            }
        }
        return bases;
    }
}
