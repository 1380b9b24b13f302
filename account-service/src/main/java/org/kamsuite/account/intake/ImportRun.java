package org.kamsuite.account.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.Rejection;
import org.kamsuite.kit.stale.Recomputation;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.time.BusinessClock;

/// Works on the rows of imports, some hundred at a time: what a row writes and its result commit
/// together.
///
/// A batch that fails as a whole is taken row by row, so that one bad row keeps no other waiting.
@ApplicationScoped
class ImportRun implements Recomputation {

    static final String KIND = "import";
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int ROWS = 500;
    private static final int SECONDS = 600;

    private final DataSource database;
    private final ImportRows rows;
    private final AccountRows accounts;
    private final FactRows facts;
    private final StaleMarks marks;
    private final BusinessClock clock;

    @Inject
    ImportRun(
            DataSource database,
            ImportRows rows,
            AccountRows accounts,
            FactRows facts,
            StaleMarks marks,
            BusinessClock clock) {
        this.database = database;
        this.rows = rows;
        this.accounts = accounts;
        this.facts = facts;
        this.marks = marks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void recompute(Connection connection, List<String> keys) throws SQLException {
        for (var key : keys) {
            var job = job(connection, UUID.fromString(key));
            if (job.isEmpty()) {
                continue;
            }
            var finished =
                    job.get().dryRun()
                            ? rehearse(connection, job.get())
                            : work(connection, job.get());
            if (finished) {
                finish(connection, job.get());
            } else {
                marks.mark(connection, KIND, List.of(key));
            }
        }
    }

    private static Optional<Job> job(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select kind, system, dry_run, submitted_by
                        from imports
                        where id = ? and state = 'RUNNING'
                        """)) {
            select.setObject(1, id);
            try (var found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(
                                new Job(
                                        id,
                                        found.getString(1),
                                        found.getString(2),
                                        found.getBoolean(3),
                                        found.getString(4)))
                        : Optional.empty();
            }
        }
    }

    /// Works on the next rows and says whether none is left.
    private boolean work(Connection connection, Job job) throws SQLException {
        var waiting = rows.waiting(connection, job.id(), 0, ROWS);
        if (waiting.isEmpty()) {
            return true;
        }
        try {
            apply(job, waiting);
        } catch (RuntimeException e) {
            LOG.debugf(e, "Rows of the import %s are taken one by one", job.id());
            for (var row : waiting) {
                applyAlone(job, row);
            }
        }
        return waiting.size() < ROWS;
    }

    private void apply(Job job, List<ImportRows.Waiting> waiting) {
        QuarkusTransaction.requiringNew()
                .timeout(SECONDS)
                .call(() -> {
                    try (var own = database.getConnection()) {
                        rows.settle(own, job.id(), results(own, job, waiting));
                    }
                    return true;
                });
    }

    private void applyAlone(Job job, ImportRows.Waiting row) {
        try {
            apply(job, List.of(row));
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew()
                    .call(() -> {
                        try (var own = database.getConnection()) {
                            rows.settle(
                                    own, job.id(), List.of(Result.rejected(row.row(), faults(e))));
                        }
                        return true;
                    });
        }
    }

    private static List<Problem.Fault> faults(RuntimeException failure) {
        if (failure instanceof Rejection rejection) {
            var problem = rejection.problem();
            return problem.errors().isEmpty()
                    ? List.of(new Problem.Fault("", problem.detail()))
                    : problem.errors();
        }
        LOG.warnf(failure, "A row of an import failed");
        return List.of(new Problem.Fault("", "The row breaks a rule of the database"));
    }

    /// Applies all rows in one transaction that is rolled back, and keeps the results.
    private boolean rehearse(Connection connection, Job job) throws SQLException {
        var results = new ArrayList<Result>();
        try {
            QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> collect(job, results));
        } catch (Rehearsed e) {
            LOG.debugf("The import %s was rehearsed", job.id());
        }
        rows.settle(connection, job.id(), results);
        return true;
    }

    private boolean collect(Job job, List<Result> results) throws SQLException {
        try (var own = database.getConnection()) {
            var waiting = rows.waiting(own, job.id(), 0, ROWS);
            while (!waiting.isEmpty()) {
                results.addAll(results(own, job, waiting));
                waiting = rows.waiting(own, job.id(), waiting.getLast().row(), ROWS);
            }
        }
        throw new Rehearsed();
    }

    private List<Result> results(Connection own, Job job, List<ImportRows.Waiting> waiting)
            throws SQLException {
        var kind = Kind.named(job.kind()).orElseThrow();
        return kind.fact().isEmpty()
                ? accounts.apply(own, job, waiting)
                : factResults(own, job, kind, waiting);
    }

    @SuppressWarnings("unchecked")
    private <T extends FactContent, F extends Fact<T>> List<Result> factResults(
            Connection own, Job job, Kind<?> kind, List<ImportRows.Waiting> waiting)
            throws SQLException {
        return facts.apply(
                own,
                job,
                (Class<T>) kind.content(),
                (Class<F>) kind.fact().orElseThrow(),
                kind.has("centreId"),
                waiting);
    }

    private void finish(Connection connection, Job job) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        "update imports set state = 'DONE', finished_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setObject(2, job.id());
            update.executeUpdate();
        }
    }

    /// Rolls a rehearsal back.
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super("Rehearsed", null, false, false);
        }
    }
}
