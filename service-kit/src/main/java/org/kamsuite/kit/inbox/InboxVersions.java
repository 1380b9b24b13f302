package org.kamsuite.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The newest version applied of every key: what makes the effect of at-least-once delivery exactly
/// once.
@ApplicationScoped
class InboxVersions {

    /// Records the versions and answers the keys for which they are newer than all before.
    Set<String> advance(
            Connection connection, String topic, Collection<? extends Arrival<?>> arrivals)
            throws SQLException {
        // In key order, so that two replicas that meet during a rebalance cannot deadlock.
        List<? extends Arrival<?>> ordered =
                arrivals.stream().sorted(Comparator.comparing(arrival -> arrival.key())).toList();
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into inbox_versions as known (topic, key, epoch, sequence, removed)
                        select ?, key, epoch, sequence, removed
                        from unnest(?::text[], ?::bigint[], ?::bigint[], ?::boolean[])
                            as arrived (key, epoch, sequence, removed)
                        on conflict (topic, key) do update
                        set epoch = excluded.epoch,
                            sequence = excluded.sequence,
                            removed = excluded.removed,
                            received_at = excluded.received_at
                        where (known.epoch, known.sequence) < (excluded.epoch, excluded.sequence)
                        returning key
                        """)) {
            upsert.setString(1, topic);
            upsert.setArray(2, array(connection, "text", ordered.stream().map(Arrival::key)));
            upsert.setArray(
                    3, array(connection, "bigint", ordered.stream().map(a -> a.event().epoch())));
            upsert.setArray(
                    4,
                    array(connection, "bigint", ordered.stream().map(a -> a.event().sequence())));
            upsert.setArray(
                    5,
                    array(connection, "boolean", ordered.stream().map(a -> a.payload() == null)));
            var newer = new HashSet<String>();
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    newer.add(rows.getString(1));
                }
            }
            return newer;
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
