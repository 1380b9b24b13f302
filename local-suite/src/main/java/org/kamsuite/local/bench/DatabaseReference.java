package org.kamsuite.local.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.local.Trouble;
import org.postgresql.PGConnection;

/// What plain JDBC does on the suite's own PostgreSQL, each call on a connection that no other uses
/// meanwhile.
final class DatabaseReference implements AutoCloseable {

    private static final int ROWS = 10_000;

    private final String url;
    private final Connection owner;
    private final ConcurrentLinkedQueue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Statements> idle = new ConcurrentLinkedQueue<>();

    /// Fills a table in a schema of its own.
    ///
    /// @param url the JDBC address of the account-service's database
    DatabaseReference(String url) {
        this.url = url;
        this.owner = connect();
        execute("create schema if not exists bench");
        execute("create table bench.reference (id int primary key, content text)");
        execute(
                "insert into bench.reference select n, repeat('x', 500) from generate_series(1, "
                        + ROWS
                        + ") n");
        execute("create table bench.copied (content text)");
    }

    /// One row by its key.
    String select() throws SQLException {
        var statements = take();
        var select = statements.select();
        select.setInt(1, anyRow());
        try (var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } finally {
            idle.add(statements);
        }
    }

    /// One row written and committed.
    int upsert() throws SQLException {
        var statements = take();
        try {
            var upsert = statements.upsert();
            upsert.setInt(1, anyRow());
            upsert.setString(2, "y".repeat(500));
            return upsert.executeUpdate();
        } finally {
            idle.add(statements);
        }
    }

    /// Copies the lines into a table and says how many a second.
    double copy(List<String> lines) throws SQLException, IOException {
        var start = System.nanoTime();
        owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy bench.copied (content) from stdin (format csv, delimiter E'\\x01', quote E'\\x02')",
                        new StringReader(String.join("\n", lines) + "\n"));
        return lines.size() * 1e9 / (System.nanoTime() - start);
    }

    private Statements take() {
        var statements = idle.poll();
        return statements == null ? prepare() : statements;
    }

    private Statements prepare() {
        try {
            var connection = connect();
            opened.add(connection);
            return new Statements(
                    connection.prepareStatement("select content from bench.reference where id = ?"),
                    connection.prepareStatement(
                            """
                            insert into bench.reference values (?, ?)
                            on conflict (id) do update set content = excluded.content
                            """));
        } catch (SQLException e) {
            throw new Trouble("The reference could not be prepared: " + e.getMessage(), e);
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(url, Postgres.owner("account"), "");
        } catch (SQLException e) {
            throw new Trouble("The reference cannot reach the database: " + e.getMessage(), e);
        }
    }

    private void execute(String sql) {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Trouble("The reference could not be made: " + e.getMessage(), e);
        }
    }

    private static int anyRow() {
        return 1 + ThreadLocalRandom.current().nextInt(ROWS);
    }

    @Override
    public void close() throws SQLException {
        for (var connection : opened) {
            connection.close();
        }
        execute("drop schema bench cascade");
        owner.close();
    }

    private record Statements(PreparedStatement select, PreparedStatement upsert) {}
}
