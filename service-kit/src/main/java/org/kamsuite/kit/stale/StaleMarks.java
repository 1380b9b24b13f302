package org.kamsuite.kit.stale;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.kamsuite.kit.trace.Traces;

/// Notes what must be computed anew, in the transaction that made it stale.
@ApplicationScoped
public class StaleMarks {

    /// Marks the keys; marking twice costs a row and computes once.
    public void mark(Connection connection, String kind, Collection<String> keys)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into stale_marks (kind, key, trace_parent)
                        select ?, key, ? from unnest(?::text[]) as due (key)
                        """)) {
            insert.setString(1, kind);
            insert.setString(2, Traces.current());
            insert.setArray(3, connection.createArrayOf("text", keys.toArray()));
            insert.executeUpdate();
        }
    }

    /// Marks every key that the query answers, in its first column as text.
    public void markAll(Connection connection, String kind, String allKeysSql) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into stale_marks (kind, key) select ?, keys.* from ("
                                + allKeysSql
                                + ") keys")) {
            insert.setString(1, kind);
            insert.executeUpdate();
        }
    }

    /// Whether one of the keys still waits to be computed.
    public boolean pending(Connection connection, String kind, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select exists (select 1 from stale_marks where kind = ? and key = any (?))")) {
            select.setString(1, kind);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
