package org.kamsuite.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
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
