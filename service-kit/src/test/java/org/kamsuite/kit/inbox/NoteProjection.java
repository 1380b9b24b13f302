package org.kamsuite.kit.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Keeps short notes; the database refuses long ones.
final class NoteProjection implements Projection<String> {

    @Override
    public String topic() {
        return "opportunities";
    }

    @Override
    public String type() {
        return "note.v1";
    }

    @Override
    public Class<String> payload() {
        return String.class;
    }

    @Override
    public List<String> tables() {
        return List.of("notes");
    }

    @Override
    public String keyColumn() {
        return "key";
    }

    @Override
    public void replace(Connection connection, List<Received<String>> newest) throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into notes (key, version, text)
                        values (?, ?, ?)
                        on conflict (key) do update
                        set version = excluded.version, text = excluded.text
                        """)) {
            for (var note : newest) {
                upsert.setString(1, note.key());
                upsert.setLong(2, note.sequence());
                upsert.setString(3, note.payload());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete = connection.prepareStatement("delete from notes where key = any (?)")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }
}
