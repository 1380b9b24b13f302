package org.kamsuite.kit.outbox;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Notes as another service would read them.
@ApplicationScoped
class NoteState implements StateSource {

    @Override
    public String topic() {
        return "catalogue";
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select key, (select epoch from epochs), version, text
                        from notes
                        where key = any (?)
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    "note.v1",
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    TextNode.valueOf(rows.getString(4))));
                }
            }
            return states;
        }
    }

    @Override
    public String allKeysSql() {
        return "select key from notes";
    }
}
