package org.kamsuite.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// Knows which topics have once been read to their end; before all are, nothing derived is
/// computed.
@ApplicationScoped
public class FirstLoads {

    private final DataSource database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> topics;

    @Inject
    FirstLoads(DataSource database, @All List<Projection<?>> projections) {
        this.database = database;
        this.topics = projections.stream().<String>map(Projection::topic).toList();
    }

    /// Whether every topic that this service reads has once been read to its end.
    public boolean complete() throws SQLException {
        for (var topic : topics) {
            if (!complete(topic)) {
                return false;
            }
        }
        return true;
    }

    /// The topics that have not.
    public List<String> missing() {
        return topics.stream().filter(topic -> !known.contains(topic)).toList();
    }

    boolean complete(String topic) throws SQLException {
        if (known.contains(topic)) {
            return true;
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select 1 from inbox_loads where topic = ?")) {
            select.setString(1, topic);
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    known.add(topic);
                }
            }
        }
        return known.contains(topic);
    }

    /// The offsets that the first load goes on from, by partition; one not in the answer is read
    /// from its beginning.
    Map<Integer, Long> positions(String topic) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select partition, next_offset
                                from inbox_load_positions
                                where topic = ?
                                """)) {
            select.setString(1, topic);
            var positions = new HashMap<Integer, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return positions;
        }
    }

    /// Notes how far the partitions of the topic are applied.
    void reached(String topic, Map<Integer, Long> positions) throws SQLException {
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into inbox_load_positions (topic, partition, next_offset)
                                values (?, ?, ?)
                                on conflict (topic, partition) do update
                                set next_offset = excluded.next_offset
                                """)) {
            for (var position : positions.entrySet()) {
                upsert.setString(1, topic);
                upsert.setInt(2, position.getKey());
                upsert.setLong(3, position.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    void completed(String topic) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into inbox_loads (topic)
                                values (?)
                                on conflict (topic) do nothing
                                """)) {
            insert.setString(1, topic);
            insert.executeUpdate();
        }
        known.add(topic);
    }
}
