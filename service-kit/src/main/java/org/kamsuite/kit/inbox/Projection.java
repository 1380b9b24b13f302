package org.kamsuite.kit.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// What a service keeps of one compacted topic of another service.
///
/// Table names in its SQL are unqualified: the search path decides whether the live tables or the
/// shadow ones of a rebuild are written. A projection only replaces rows; what follows from them is
/// a reaction, started by a stale mark.
public interface Projection<T> {

    String topic();

    /// The `ce_type` that is read; others are skipped and counted.
    String type();

    Class<T> payload();

    /// The tables this projection owns. Each has a primary key, a twin in the schema `shadow`, no
    /// generated column, and the column named by [#keyColumn()]. A column `received_at` is not
    /// compared.
    List<String> tables();

    /// The column that holds the event's key in every one of the tables.
    default String keyColumn() {
        return "account_id";
    }

    /// Replaces the rows of these keys: one state per key, each newer than all applied before.
    void replace(Connection connection, List<Received<T>> newest) throws SQLException;

    /// Removes the rows of these keys.
    void remove(Connection connection, Collection<String> keys) throws SQLException;

    /// The live rows of these keys have changed: the place to mark what is stale now.
    default void applied(Connection connection, Collection<String> keys) throws SQLException {}

    /// A rebuild exchanges live rows of these keys: called before and after it does.
    default void exchanged(Connection connection, Collection<String> keys) throws SQLException {
        applied(connection, keys);
    }
}
