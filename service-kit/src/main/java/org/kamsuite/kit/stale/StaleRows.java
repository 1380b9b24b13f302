package org.kamsuite.kit.stale;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The SQL of the worker on the stale marks, in its transaction.
@ApplicationScoped
class StaleRows {

    /// Claims the keys marked longest ago that no other worker holds, and takes their marks away.
    Claim claim(Connection connection, String kind, int most) throws SQLException {
        var claimed = new ArrayList<String>();
        var tried = new ArrayList<String>();
        while (claimed.size() < most) {
            var due = due(connection, kind, tried, most - claimed.size());
            if (due.isEmpty()) {
                break;
            }
            tried.addAll(due);
            claimed.addAll(lock(connection, kind, due));
        }
        return take(connection, kind, claimed);
    }

    /// Claims one key, if it is still due and no other worker holds it.
    Claim claim(Connection connection, String kind, String key) throws SQLException {
        return take(connection, kind, lock(connection, kind, List.of(key)));
    }

    private static List<String> due(
            Connection connection, String kind, List<String> tried, int most) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select key, min(id) as first
                        from (
                            select key, id
                            from stale_marks
                            where kind = ?
                                and not_before <= clock_timestamp()
                                and key <> all (?)
                            order by id
                            limit ?
                        ) oldest
                        group by key
                        order by first
                        limit ?
                        """)) {
            select.setString(1, kind);
            select.setArray(2, connection.createArrayOf("text", tried.toArray()));
            select.setInt(3, most * 20);
            select.setInt(4, most);
            return texts(select.executeQuery());
        }
    }

    private static List<String> lock(Connection connection, String kind, List<String> keys)
            throws SQLException {
        var locked = new ArrayList<String>();
        try (var lock =
                connection.prepareStatement(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            for (var key : keys) {
                lock.setString(1, "stale:" + kind + ":" + key);
                try (var rows = lock.executeQuery()) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        locked.add(key);
                    }
                }
            }
        }
        return locked;
    }

    /// Takes the marks of the keys away; whose were taken by another in the meantime are left out.
    private static Claim take(Connection connection, String kind, List<String> keys)
            throws SQLException {
        var marked = new HashSet<String>();
        var parents = new HashSet<String>();
        try (var delete =
                connection.prepareStatement(
                        """
                        delete from stale_marks
                        where kind = ? and key = any (?)
                        returning key, trace_parent
                        """)) {
            delete.setString(1, kind);
            delete.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    marked.add(rows.getString(1));
                    if (rows.getString(2) != null) {
                        parents.add(rows.getString(2));
                    }
                }
            }
        }
        return new Claim(keys.stream().filter(marked::contains).toList(), parents);
    }

    /// Puts a key that failed off: tried again later, with the reason to be read.
    void putOff(Connection connection, String kind, String key, Duration wait, String failure)
            throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update stale_marks
                        set attempts = attempts + 1,
                            not_before = clock_timestamp()
                                + least(? * power(2, least(attempts, 8)), 300) * interval '1 second',
                            failure = ?
                        where kind = ? and key = ?
                        """)) {
            update.setDouble(1, wait.toMillis() / 1000.0);
            update.setString(2, failure);
            update.setString(3, kind);
            update.setString(4, key);
            update.executeUpdate();
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        try (rows) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
