package org.kamsuite.account.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.kamsuite.kit.problem.Problem;

/// The SQL of the rows of imports.
@ApplicationScoped
class ImportRows {

    private static final int BATCH = 1_000;

    private final ObjectMapper json;

    @Inject
    ImportRows(ObjectMapper json) {
        this.json = json;
    }

    /// Keeps rows as they come.
    Keeper keeper(Connection connection, UUID importId) throws SQLException {
        return new Keeper(
                importId,
                connection.prepareStatement(
                        """
                        insert into import_rows (import_id, row_number, content, outcome, errors)
                        values (?, ?, ?::jsonb, ?, ?::jsonb)
                        """));
    }

    List<Waiting> waiting(Connection connection, UUID importId, int most) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select row_number, content::text
                        from import_rows
                        where import_id = ? and outcome is null
                        order by row_number
                        limit ?
                        """)) {
            select.setObject(1, importId);
            select.setInt(2, most);
            return read(select);
        }
    }

    /// The earlier rows of a rehearsal that open the accounts above those of the given rows.
    List<Waiting> ancestors(Connection connection, Job job, List<Waiting> rows)
            throws SQLException {
        var above = new TreeMap<Long, Waiting>();
        var level = rows;
        while (!level.isEmpty()) {
            level = parents(connection, job, level, rows.getFirst().row());
            level.removeIf(row -> above.putIfAbsent(row.row(), row) != null);
        }
        return List.copyOf(above.values());
    }

    private List<Waiting> parents(Connection connection, Job job, List<Waiting> rows, long before)
            throws SQLException {
        var names =
                rows.stream()
                        .map(row -> row.content().path("parentExternalId").asText(""))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toArray();
        if (names.length == 0) {
            return new ArrayList<>();
        }
        try (var select =
                connection.prepareStatement(
                        """
                        select row_number, content::text
                        from import_rows
                        where import_id = ? and row_number < ?
                            and outcome is distinct from 'REJECTED'
                            and md5(content ->> 'externalId') in (
                                select md5(name) from unnest(?) as names (name))
                        """)) {
            select.setObject(1, job.id());
            select.setLong(2, before);
            select.setArray(3, connection.createArrayOf("text", names));
            return read(select);
        }
    }

    private List<Waiting> read(PreparedStatement select) throws SQLException {
        var waiting = new ArrayList<Waiting>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                waiting.add(
                        new Waiting(
                                rows.getLong(1), (ObjectNode) json.readTree(rows.getString(2))));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept row is JSON", e);
        }
        return waiting;
    }

    /// Keeps results, and forgets what the rows said; a rehearsal needs it until its end.
    void settle(Connection connection, Job job, List<Result> results) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update import_rows
                        set outcome = ?, account_id = ?, errors = ?::jsonb,
                            content = case when ? then content end
                        where import_id = ? and row_number = ?
                        """)) {
            for (var result : results) {
                update.setString(1, result.outcome().name());
                update.setObject(2, result.account());
                update.setString(3, errors(result.errors()));
                update.setBoolean(4, job.dryRun());
                update.setObject(5, job.id());
                update.setLong(6, result.row());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /// Forgets what the rows of an import said.
    void forget(Connection connection, UUID importId) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update import_rows
                        set content = null
                        where import_id = ? and content is not null
                        """)) {
            update.setObject(1, importId);
            update.executeUpdate();
        }
    }

    private String errors(List<Problem.Fault> faults) {
        try {
            return json.writeValueAsString(faults);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Faults are JSON", e);
        }
    }

    /// A row that is still to be worked on.
    record Waiting(long row, ObjectNode content) {}

    /// Writes rows in batches.
    final class Keeper implements AutoCloseable {

        private final UUID importId;
        private final PreparedStatement insert;
        private long number;

        private Keeper(UUID importId, PreparedStatement insert) {
            this.importId = importId;
            this.insert = insert;
        }

        void keep(RowReader.Row row) {
            try {
                number++;
                insert.setObject(1, importId);
                insert.setLong(2, number);
                insert.setString(3, row.content() == null ? null : row.content().toString());
                insert.setString(4, row.error() == null ? null : "REJECTED");
                insert.setString(
                        5,
                        row.error() == null
                                ? null
                                : errors(List.of(new Problem.Fault("", row.error()))));
                insert.addBatch();
                if (number % BATCH == 0) {
                    insert.executeBatch();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("A row could not be kept", e);
            }
        }

        @Override
        public void close() throws SQLException {
            insert.executeBatch();
            insert.close();
        }
    }
}
