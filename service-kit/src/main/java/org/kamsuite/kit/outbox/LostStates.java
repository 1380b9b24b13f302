package org.kamsuite.kit.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kamsuite.kit.kafka.Broker;

/// States that are in a topic and not in the database any more, because the database was restored.
///
/// Their keys become due; the relay finds no state for them and publishes tombstones.
@ApplicationScoped
public class LostStates {

    private static final int AT_ONCE = 50_000;

    private final DataSource database;
    private final Broker broker;
    private final Relay relay;
    private final Map<String, StateSource> sources;

    @Inject
    LostStates(DataSource database, Broker broker, Relay relay, @All List<StateSource> sources) {
        this.database = database;
        this.broker = broker;
        this.relay = relay;
        this.sources =
                sources.stream().collect(Collectors.toMap(StateSource::topic, Function.identity()));
    }

    /// The topics this service writes.
    public Set<String> topics() {
        return sources.keySet();
    }

    /// Goes through the topic and makes the lost keys due.
    ///
    /// @return the records read and the lost keys found
    public Found file(String topic) throws SQLException {
        var source = sources.get(topic);
        if (source == null) {
            throw new IllegalArgumentException("This service does not write the topic " + topic);
        }
        var keys = new HashSet<String>();
        var lost = new long[1];
        try (var records = broker.wholeTopic(topic)) {
            var read =
                    records.readToEnd(poll -> {
                        poll.forEach(kafka -> keys.add(kafka.key()));
                        if (keys.size() >= AT_ONCE) {
                            lost[0] += file(source, keys);
                            keys.clear();
                        }
                    });
            lost[0] += file(source, keys);
            return new Found(read, lost[0]);
        } finally {
            relay.wake();
        }
    }

    private int file(StateSource source, Set<String> keys) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into outbox (topic, key)
                                select ?, key
                                from unnest(?::text[]) as published (key)
                                where key not in (%s)
                                """
                                        .formatted(source.allKeysSql()))) {
            insert.setString(1, source.topic());
            insert.setArray(2, connection.createArrayOf("text", keys.toArray()));
            return insert.executeUpdate();
        }
    }

    /// What going through a topic has found.
    public record Found(long records, long lost) {}
}
