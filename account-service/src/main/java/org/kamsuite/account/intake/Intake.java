package org.kamsuite.account.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.outbox.AfterCommit;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.ValueForms;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;

/// Takes imports in and tells how they go.
@ApplicationScoped
public class Intake {

    private final DataSource database;
    private final ImportRows rows;
    private final StaleMarks marks;
    private final StaleWorker worker;
    private final AfterCommit afterCommit;
    private final BusinessClock clock;
    private final Caller caller;
    private final ObjectMapper json;

    @Inject
    Intake(
            DataSource database,
            ImportRows rows,
            StaleMarks marks,
            StaleWorker worker,
            AfterCommit afterCommit,
            BusinessClock clock,
            Caller caller,
            ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.marks = marks;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.caller = caller;
        this.json = json;
    }

    /// Keeps every row of the body; the rows are worked on after the answer.
    @Transactional
    public UUID take(
            String kindName, String system, boolean dryRun, boolean csv, InputStream body) {
        var kind =
                Kind.named(kindName)
                        .orElseThrow(() ->
                                new Invalid(
                                        "kind",
                                        "The kind is one of "
                                                + Kind.names()
                                                + ", not "
                                                + ValueForms.shown(kindName)));
        var id = Ids.next();
        try (var connection = database.getConnection()) {
            insert(connection, id, kindName, system, dryRun);
            try (var keeper = rows.keeper(connection, id)) {
                new RowReader(json, kind.lists())
                        .read(
                                body,
                                csv ? RowReader.Format.CSV : RowReader.Format.NDJSON,
                                keeper::keep);
            }
            marks.mark(connection, ImportRun.KIND, List.of(id.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("The import could not be kept", e);
        }
        afterCommit.run(StaleWorker.class, worker::wake);
        return id;
    }

    private void insert(Connection connection, UUID id, String kind, String system, boolean dryRun)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into imports (
                            id, kind, system, dry_run, state, submitted_by, submitted_at)
                        values (?, ?, ?, ?, 'RUNNING', ?, ?)
                        """)) {
            insert.setObject(1, id);
            insert.setString(2, kind);
            insert.setString(3, system);
            insert.setBoolean(4, dryRun);
            insert.setString(5, caller.name());
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /// How far an import is.
    public Progress progress(UUID id) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select kind, system, dry_run, state, submitted_by, submitted_at,
                                    finished_at
                                from imports
                                where id = ?
                                """)) {
            select.setObject(1, id);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    throw new NotFound("import", id);
                }
                var finished = found.getTimestamp(7);
                var counts = counts(connection, id);
                return new Progress(
                        id,
                        found.getString(1),
                        found.getString(2),
                        found.getBoolean(3),
                        State.valueOf(found.getString(4)),
                        found.getString(5),
                        found.getTimestamp(6).toInstant(),
                        finished == null ? null : finished.toInstant(),
                        counts);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The import could not be read", e);
        }
    }

    private static Map<String, Long> counts(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select coalesce(outcome, 'WAITING'), count(*)
                        from import_rows
                        where import_id = ?
                        group by outcome
                        """)) {
            select.setObject(1, id);
            var counts = new TreeMap<String, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        }
    }

    /// The results of rows, in their order, of one outcome or of all.
    public Page<RowResult> results(UUID id, @Nullable String outcome, long after, int limit) {
        try (var connection = database.getConnection()) {
            require(connection, id);
            return results(connection, id, outcome, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The results could not be read", e);
        }
    }

    private static void require(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select from imports where id = ?")) {
            select.setObject(1, id);
            if (!select.executeQuery().next()) {
                throw new NotFound("import", id);
            }
        }
    }

    private Page<RowResult> results(
            Connection connection, UUID id, @Nullable String outcome, long after, int limit)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select row_number, outcome, account_id, coalesce(errors, '[]')::text
                        from import_rows
                        where import_id = ?
                            and row_number > ?
                            and (?::text is null or outcome = ?)
                        order by row_number
                        limit ?
                        """)) {
            select.setObject(1, id);
            select.setLong(2, after);
            select.setString(3, outcome);
            select.setString(4, outcome);
            select.setInt(5, limit + 1);
            var results = new ArrayList<RowResult>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    results.add(
                            new RowResult(
                                    found.getLong(1),
                                    found.getString(2),
                                    found.getObject(3, UUID.class),
                                    json.readTree(found.getString(4))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Kept errors are JSON", e);
            }
            var items = results.stream().limit(limit).toList();
            return new Page<>(
                    items,
                    results.size() > limit ? Long.toString(items.getLast().row()) : null,
                    null);
        }
    }

    /// An import and the number of its rows by outcome; those still to be worked on are `WAITING`.
    public record Progress(
            UUID id,
            @Schema(implementation = Kind.class) String kind,
            String system,
            boolean dryRun,
            State state,
            String submittedBy,
            Instant submittedAt,
            @Nullable Instant finishedAt,
            Map<String, Long> rows) {}

    /// How far an import is.
    @Schema(name = "ImportState", description = "RUNNING rows wait; DONE every row has its result")
    public enum State {
        RUNNING,
        DONE
    }
}
