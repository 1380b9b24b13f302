package org.kamsuite.kit.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kamsuite.kit.inbox.Projection;

/// The twins of a projection's tables in the schema `shadow`, and their exchange with the live
/// ones.
///
/// Every method works in the transaction of its caller.
final class ShadowTables {

    private static final String VERSIONS = "inbox_versions";

    private final Projection<?> projection;

    ShadowTables(Projection<?> projection) {
        this.projection = projection;
    }

    void empty(Connection connection) throws SQLException {
        for (var table : projection.tables()) {
            execute(connection, "truncate shadow." + table);
        }
        execute(connection, "truncate shadow.stale_marks");
        try (var delete =
                connection.prepareStatement("delete from shadow.inbox_versions where topic = ?")) {
            delete.setString(1, projection.topic());
            delete.executeUpdate();
        }
    }

    /// Unqualified tables are the shadow ones until the end of the transaction.
    void write(Connection connection) throws SQLException {
        execute(connection, "set local search_path to shadow, public");
    }

    /// Unqualified tables are the live ones again.
    void leave(Connection connection) throws SQLException {
        execute(connection, "set local search_path to public");
    }

    /// Keeps every consumer of this service from applying records until the transaction ends.
    void holdConsumers(Connection connection) throws SQLException {
        execute(connection, "lock table public.inbox_versions in share row exclusive mode");
    }

    /// The keys whose live and shadow rows differ.
    List<String> differing(Connection connection) throws SQLException {
        execute(
                connection,
                """
                create temporary table differing_keys on commit drop as
                with live as (%s), rebuilt as (%s)
                select distinct key
                from (
                    (table live except table rebuilt) union all (table rebuilt except table live)
                ) rows
                """
                        .formatted(rows("public"), rows("shadow")));
        return keys(connection, "select key from differing_keys order by key");
    }

    /// Of the differing keys those that are at the same version: what the live rows had wrong.
    int wrong(Connection connection) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select count(*)
                        from differing_keys d
                        left join public.inbox_versions l on l.topic = ? and l.key = d.key
                        left join shadow.inbox_versions s on s.topic = ? and s.key = d.key
                        where (l.epoch, l.sequence) is not distinct from (s.epoch, s.sequence)
                        """)) {
            select.setString(1, projection.topic());
            select.setString(2, projection.topic());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /// Makes the live rows of the differing keys, and all versions, those of the shadow tables.
    void exchange(Connection connection) throws SQLException {
        for (var table : projection.tables().reversed()) {
            execute(
                    connection,
                    "delete from public.%s where %s::text in (select key from differing_keys)"
                            .formatted(table, projection.keyColumn()));
        }
        for (var table : projection.tables()) {
            var columns = columns(connection, table);
            execute(
                    connection,
                    """
                    insert into public.%1$s (%2$s)
                    select %2$s from shadow.%1$s
                    where %3$s::text in (select key from differing_keys)
                    """
                            .formatted(table, columns, projection.keyColumn()));
        }
        exchangeVersions(connection);
    }

    /// A gravestone whose tombstone has left the log stays.
    private void exchangeVersions(Connection connection) throws SQLException {
        try (var delete =
                        connection.prepareStatement(
                                """
                                delete from public.inbox_versions live
                                where topic = ? and not removed and not exists (
                                    select from shadow.inbox_versions rebuilt
                                    where rebuilt.topic = live.topic and rebuilt.key = live.key)
                                """);
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into public.inbox_versions as live (%1$s)
                                select %1$s from shadow.inbox_versions where topic = ?
                                on conflict (topic, key) do update
                                set epoch = excluded.epoch,
                                    sequence = excluded.sequence,
                                    removed = excluded.removed,
                                    received_at = excluded.received_at
                                where (live.epoch, live.sequence, live.removed)
                                    <> (excluded.epoch, excluded.sequence, excluded.removed)
                                """
                                        .formatted(columns(connection, VERSIONS)))) {
            delete.setString(1, projection.topic());
            delete.executeUpdate();
            upsert.setString(1, projection.topic());
            upsert.executeUpdate();
        }
    }

    private String rows(String schema) {
        return projection.tables().stream()
                .map(table ->
                        """
                        select %1$s::text as key, '%2$s' as source, to_jsonb(t) - 'received_at' as content
                        from %3$s.%2$s t
                        """
                                .formatted(projection.keyColumn(), table, schema))
                .collect(Collectors.joining(" union all "));
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return String.join(
                ", ",
                keys(
                        connection,
                        """
                        select quote_ident(column_name)
                        from information_schema.columns
                        where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
                        order by ordinal_position
                        """
                                .formatted(table)));
    }

    private static List<String> keys(Connection connection, String sql) throws SQLException {
        var keys = new ArrayList<String>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
