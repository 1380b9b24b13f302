package org.kamsuite.local;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Makes a service wait before it changes a table, so that a test can act at exactly that moment.
final class Hold implements AutoCloseable {

    private static final long LOCK = 4711;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceDatabase database;
    private final Connection holder;
    private final String table;

    private Hold(ServiceDatabase database, Connection holder, String table) {
        this.database = database;
        this.holder = holder;
        this.table = table;
    }

    /// Holds every `insert`, `update` or `delete` on the table.
    static Hold before(String operation, ServiceDatabase database, String table)
            throws SQLException {
        var holder = database.connect();
        try (var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
        database.execute(
                """
                create function hold() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock(%d); return null; end $$
                """
                        .formatted(LOCK),
                "create trigger hold before %s on %s for each statement execute function hold()"
                        .formatted(operation, table));
        return new Hold(database, holder, table);
    }

    /// Waits until somebody stands at the hold.
    void awaitHeld() {
        await().atMost(PATIENCE)
                .until(() ->
                        !database.texts(
                                        "select pid from pg_locks where locktype = 'advisory'"
                                                + " and objid = "
                                                + LOCK
                                                + " and not granted")
                                .isEmpty());
    }

    /// Lets everybody pass.
    @Override
    public void close() throws SQLException {
        holder.close();
        database.execute("drop trigger hold on " + table, "drop function hold()");
    }
}
