package org.kamsuite.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database of a service as its superuser sees it, for tests that look behind the API.
public final class ServiceDatabase {

    private final String url;

    public ServiceDatabase(Suite suite, String name) {
        this.url = suite.database(name);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The first column of the answer as text.
    public List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// The rows of a table as canonical JSON, without the time at which they came.
    List<String> content(String table) throws SQLException {
        return texts(
                "select (to_jsonb(t) - 'received_at')::text as content from %s t order by content"
                        .formatted(table));
    }

    /// Whether nothing waits to be published or computed.
    public boolean isDrained() throws SQLException {
        return texts(
                        """
                        select 'waits' where exists (select from outbox)
                            or exists (select from stale_marks)
                            or exists (select from rebuilds where state = 'RUNNING')
                        """)
                .isEmpty();
    }
}
