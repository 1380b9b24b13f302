package org.kamsuite.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The SQL of the outbox, in the transaction of the relay.
@ApplicationScoped
class OutboxRows {

    private final ObjectMapper json;

    @Inject
    OutboxRows(ObjectMapper json) {
        this.json = json;
    }

    List<OutboxRow> due(Connection connection, int most) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select position, topic, key, change_id, trace_parent
                        from outbox
                        order by position
                        limit ?
                        """)) {
            select.setInt(1, most);
            var due = new ArrayList<OutboxRow>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(
                            new OutboxRow(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getObject(4, UUID.class),
                                    rows.getString(5)));
                }
            }
            return due;
        }
    }

    List<ChangeEvent> changes(Connection connection, List<UUID> ids) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select event_id, topic, key, type, occurred_at, data
                        from changes
                        join unnest(?::uuid[]) with ordinality as due (id, place) on due.id = event_id
                        order by due.place
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            var changes = new ArrayList<ChangeEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(
                            new ChangeEvent(
                                    rows.getObject(1, UUID.class),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getTimestamp(5).toInstant(),
                                    json.readTree(rows.getString(6))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A change of the outbox is not JSON", e);
            }
            return changes;
        }
    }

    /// Gives the changes their places in the feed, in the order in which they were published.
    void number(Connection connection, List<UUID> ids) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update changes
                        set feed_position = nextval('changes_feed')
                        where event_id = ? and feed_position is null
                        """)) {
            for (var id : ids) {
                update.setObject(1, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from outbox where position = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::position).toArray()));
            delete.executeUpdate();
        }
    }
}
