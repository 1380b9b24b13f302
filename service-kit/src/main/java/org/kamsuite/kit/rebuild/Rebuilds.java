package org.kamsuite.kit.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.kamsuite.kit.inbox.Inboxes;
import org.kamsuite.kit.inbox.Transience;
import org.kamsuite.kit.outbox.LostStates;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.time.Ids;

/// Runs the rebuilds that were asked for, one at a time per database.
///
/// A rebuild that a crash interrupts begins again, in whichever process finds it.
@ApplicationScoped
public class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final int LISTED = 100;

    private final Inboxes inboxes;
    private final ProjectionRebuild projectionRebuild;
    private final LostStates lostStates;
    private final Restore restore;
    private final DataSource database;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("rebuilds").unstarted(this::run);
    private volatile boolean stopping;

    @Inject
    Rebuilds(
            Inboxes inboxes,
            ProjectionRebuild projectionRebuild,
            LostStates lostStates,
            Restore restore,
            DataSource database) {
        this.inboxes = inboxes;
        this.projectionRebuild = projectionRebuild;
        this.lostStates = lostStates;
        this.restore = restore;
        this.database = database;
    }

    void start(@Observes @Priority(5000) StartupEvent start) {
        thread.start();
    }

    void stop(@Observes @Priority(60) ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        work.release();
        thread.join(Duration.ofSeconds(5));
        thread.interrupt();
    }

    public boolean alive() {
        return thread.isAlive();
    }

    /// Asks for a rebuild of what this service keeps of the topic.
    public Rebuild request(String topic, String by) {
        if (inboxes.of(topic).isEmpty()) {
            throw new NotFound("topic that this service reads named", topic);
        }
        try (var connection = database.getConnection()) {
            return RebuildRows.file(connection, Ids.next(), topic, by);
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuild could not be filed", e);
        } finally {
            work.release();
        }
    }

    /// The rebuilds asked for, the newest first.
    public List<Rebuild> list() {
        try (var connection = database.getConnection()) {
            return RebuildRows.newest(connection, LISTED);
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuilds could not be read", e);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                restore.recognise();
                while (!stopping && runNext()) {
                    LOG.debug("One more may wait");
                }
                var _ = work.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("A rebuild waits: %s", e.getMessage());
                rest();
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(SWEEP);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /// The lock lives on a connection of its own, which is in no transaction. It keeps two
    /// processes from doing the same work; should that connection die, the fence keeps them from
    /// both writing.
    private boolean runNext() throws SQLException {
        try (var guard = database.getConnection()) {
            if (!RebuildRows.lock(guard)) {
                return false;
            }
            try {
                var next = RebuildRows.begin(guard);
                if (next.isEmpty()) {
                    return false;
                }
                run(next.get());
                return true;
            } finally {
                RebuildRows.unlock(guard);
            }
        }
    }

    private void run(RebuildRows.Running rebuild) throws SQLException {
        try {
            attempt(rebuild);
            LOG.infof("The rebuild of %s is done", rebuild.topic());
        } catch (SQLException | RuntimeException e) {
            if (e instanceof KafkaException || e instanceof RebuildFenced || Transience.passes(e)) {
                throw e;
            }
            LOG.errorf(e, "The rebuild of %s failed", rebuild.topic());
            fail(rebuild, String.valueOf(e.getMessage()));
        }
    }

    private void attempt(RebuildRows.Running rebuild) throws SQLException {
        var inbox = inboxes.of(rebuild.topic());
        if (inbox.isPresent()) {
            projectionRebuild.run(inbox.get(), rebuild);
            return;
        }
        var found = lostStates.file(rebuild.topic());
        try (var connection = database.getConnection()) {
            RebuildRows.finished(
                    connection, rebuild, Rebuild.State.DONE, found.records(), found.lost());
        }
    }

    private void fail(RebuildRows.Running rebuild, String reason) throws SQLException {
        try (var connection = database.getConnection()) {
            RebuildRows.failed(connection, rebuild, reason);
        }
    }
}
