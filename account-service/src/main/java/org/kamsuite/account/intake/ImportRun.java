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
/// A batch that fails as a whole is taken in halves, so that one bad row keeps no other waiting.
@ApplicationScoped
class ImportRun implements Recomputation {

    static final String KIND = "import";
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int ROWS = 500;
    private static final int SECONDS = 240;

    private final DataSource database;
    private final ImportRows rows;
    private final AccountRows accounts;
    private final FactRows facts;
    private final StaleMarks marks;
    private final BusinessClock clock;
    private final ImportProgress progress;

    @Inject
    ImportRun(
            DataSource database,
            ImportRows rows,
            AccountRows accounts,
            FactRows facts,
            StaleMarks marks,
            BusinessClock clock,
            ImportProgress progress) {
        this.database = database;
        this.rows = rows;
        this.accounts = accounts;
        this.facts = facts;
        this.marks = marks;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String keyColumn() {
        return "import_id";
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
            if (work(connection, job.get())) {
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
        var waiting = rows.waiting(connection, job.id(), ROWS);
        if (!waiting.isEmpty()) {
            settle(job, waiting);
        }
        return waiting.size() < ROWS;
    }

    /// Rows that fail together are halved until the bad one stands alone.
    private void settle(Job job, List<ImportRows.Waiting> waiting) {
        try {
            if (job.dryRun()) {
                keep(job, rehearse(job, waiting));
            } else {
                var results = new ArrayList<Result>();
                inTransaction(own -> {
                    results.addAll(results(own, job, waiting));
                    rows.settle(own, job, results);
                });
                progress.settled(job, results);
            }
        } catch (RuntimeException e) {
            if (waiting.size() == 1) {
                keep(job, List.of(Result.rejected(waiting.getFirst().row(), faults(e))));
                return;
            }
            LOG.debugf(e, "Rows of the import %s are taken in halves", job.id());
            var half = waiting.size() / 2;
            settle(job, waiting.subList(0, half));
            settle(job, waiting.subList(half, waiting.size()));
        }
    }

    private void keep(Job job, List<Result> results) {
        inTransaction(own -> rows.settle(own, job, results));
        progress.settled(job, results);
    }

    /// Applies rows in a transaction that is rolled back, after the parents that they refer to.
    private List<Result> rehearse(Job job, List<ImportRows.Waiting> waiting) {
        var results = new ArrayList<Result>();
        try {
            inTransaction(own -> {
                results(own, job, rows.ancestors(own, job, waiting));
                results.addAll(results(own, job, waiting));
                throw new Rehearsed();
            });
        } catch (Rehearsed e) {
            LOG.debugf("%d rows of the import %s were rehearsed", results.size(), job.id());
        }
        return results;
    }

    private void inTransaction(Work work) {
        QuarkusTransaction.requiringNew()
                .timeout(SECONDS)
                .call(() -> {
                    try (var own = database.getConnection()) {
                        work.on(own);
                    }
                    return true;
                });
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
        rows.forget(connection, job.id());
    }

    private interface Work {
        void on(Connection own) throws SQLException;
    }

    /// Rolls a rehearsal back.
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super("Rehearsed", null, false, false);
        }
    }
}
