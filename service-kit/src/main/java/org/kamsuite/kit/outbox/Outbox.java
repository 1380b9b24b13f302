package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.kamsuite.kit.trace.Traces;

/// Files what is to be published, in the transaction of the change itself.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

    private final DataSource database;
    private final Gravestones gravestones;
    private final AfterCommit afterCommit;
    private final Relay relay;

    @Inject
    Outbox(DataSource database, Gravestones gravestones, AfterCommit afterCommit, Relay relay) {
        this.database = database;
        this.gravestones = gravestones;
        this.afterCommit = afterCommit;
        this.relay = relay;
    }

    /// The current state of the key is due on the topic.
    public void state(String topic, String key) {
        states(topic, List.of(key));
    }

    /// The current states of the keys are due on the topic.
    public void states(String topic, Collection<String> keys) {
        if (!keys.isEmpty()) {
            file(connection -> insert(connection, topic, keys));
        }
    }

    /// The keys have lost their state in this transaction: tombstones are due on the topic, and a
    /// state that comes back, were it before the tombstone is out, outranks all before.
    public void gone(String topic, Collection<String> keys) {
        if (!keys.isEmpty()) {
            file(connection -> {
                gravestones.note(connection, topic, keys);
                insert(connection, topic, keys);
            });
        }
    }

    private static void insert(Connection connection, String topic, Collection<String> keys)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into outbox (topic, key, trace_parent)
                        select ?, key, ? from unnest(?::text[]) as due (key)
                        """)) {
            insert.setString(1, topic);
            insert.setString(2, Traces.current());
            insert.setArray(3, connection.createArrayOf("text", keys.toArray()));
            insert.executeUpdate();
        }
    }

    /// The change is published exactly as it stands here, and kept for the feed.
    public void change(ChangeEvent change) {
        changes(List.of(change));
    }

    /// The changes are published exactly as they stand here, in this order.
    public void changes(List<ChangeEvent> changes) {
        if (!changes.isEmpty()) {
            file(connection -> insert(connection, changes));
        }
    }

    private static void insert(Connection connection, List<ChangeEvent> changes)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        with filed as (
                            insert into changes (event_id, topic, key, type, occurred_at, data)
                            values (?, ?, ?, ?, ?, ?::jsonb)
                            returning topic, key, event_id
                        )
                        insert into outbox (topic, key, change_id, trace_parent)
                        select topic, key, event_id, ? from filed
                        """)) {
            var trace = Traces.current();
            for (var change : changes) {
                insert.setObject(1, change.id());
                insert.setString(2, change.topic());
                insert.setString(3, change.key());
                insert.setString(4, change.type());
                insert.setTimestamp(5, Timestamp.from(change.occurredAt()));
                insert.setString(6, change.data().toString());
                insert.setString(7, trace);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void file(Filing filing) {
        try (var connection = database.getConnection()) {
            filing.into(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be written", e);
        }
        afterCommit.run(Relay.class, relay::wake);
    }

    private interface Filing {
        void into(Connection connection) throws SQLException;
    }
}
