package org.kamsuite.kit.stale;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.kamsuite.kit.inbox.FirstLoads;
import org.kamsuite.kit.inbox.Transience;
import org.kamsuite.kit.trace.LoggedKey;
import org.kamsuite.kit.trace.Traces;

/// Computes what is marked stale, once every topic has been read to its end for the first time.
///
/// Marks are taken away in the transaction of the result, so a crash computes again and loses none.
/// A key that fails is put off and does not keep the others waiting.
@ApplicationScoped
public class StaleWorker {

    private static final Logger LOG = Logger.getLogger(StaleWorker.class);
    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final Duration PUT_OFF = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final int TRANSACTION_SECONDS = 300;

    private final DataSource database;
    private final StaleRows marks;
    private final FirstLoads firstLoads;
    private final Traces traces;
    private final MeterRegistry metrics;
    private final List<Recomputation> recomputations;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private long idleAt = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().name("stale-worker").unstarted(this::run);

    @Inject
    StaleWorker(
            DataSource database,
            StaleRows marks,
            FirstLoads firstLoads,
            Traces traces,
            MeterRegistry metrics,
            @All List<Recomputation> recomputations) {
        this.database = database;
        this.marks = marks;
        this.firstLoads = firstLoads;
        this.traces = traces;
        this.metrics = metrics;
        this.recomputations = recomputations;
    }

    void start(@Observes @Priority(4000) StartupEvent start) {
        thread.start();
    }

    void stop(@Observes @Priority(60) ShutdownEvent shutdown) throws InterruptedException {
        stopping.set(true);
        wake();
        thread.join(Duration.ofSeconds(10));
    }

    /// Says that there may be marks; without it they are found by the next sweep.
    public void wake() {
        work.release();
    }

    public boolean alive() {
        return thread.isAlive();
    }

    private void run() {
        while (!stopping.get()) {
            try {
                if (!firstLoads.complete()) {
                    rest(SWEEP);
                } else if (!round()) {
                    idle();
                    rest(SWEEP);
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The stale worker waits: %s", e.getMessage());
                rest(PUT_OFF);
            }
        }
    }

    private void rest(Duration most) {
        try {
            if (work.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping.set(true);
        }
    }

    /// Works on every kind once and says whether anything was done.
    private boolean round() throws SQLException {
        var worked = false;
        for (var recomputation : recomputations) {
            worked |= batch(recomputation);
        }
        return worked;
    }

    private void idle() {
        if (System.nanoTime() - idleAt < IDLE.toNanos()) {
            return;
        }
        idleAt = System.nanoTime();
        for (var recomputation : recomputations) {
            inTransaction(() -> {
                try (var connection = database.getConnection()) {
                    if (recomputation.ready(connection)) {
                        recomputation.whenIdle(connection);
                    }
                }
            });
        }
    }

    private boolean batch(Recomputation recomputation) throws SQLException {
        var claimed = new ArrayList<String>();
        try {
            inTransaction(() -> {
                try (var connection = database.getConnection()) {
                    if (!recomputation.ready(connection)) {
                        return;
                    }
                    var claim =
                            marks.claim(connection, recomputation.kind(), recomputation.batch());
                    claimed.addAll(claim.keys());
                    compute(recomputation, connection, claim);
                }
            });
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            LOG.debugf(e, "A batch of %s failed and is tried key by key", recomputation.kind());
            for (var key : claimed) {
                single(recomputation, key);
            }
        }
        return !claimed.isEmpty();
    }

    private void single(Recomputation recomputation, String key) throws SQLException {
        try (var _ = LoggedKey.ofKind(recomputation.kind(), recomputation.keyColumn(), key)) {
            try {
                inTransaction(() -> {
                    try (var connection = database.getConnection()) {
                        compute(
                                recomputation,
                                connection,
                                marks.claim(connection, recomputation.kind(), key));
                    }
                });
            } catch (RuntimeException e) {
                putOff(recomputation, key, e);
            }
        }
    }

    private void putOff(Recomputation recomputation, String key, RuntimeException failure)
            throws SQLException {
        var kind = recomputation.kind();
        if (Transience.passes(failure)) {
            LOG.warnf("%s of %s waits: %s", kind, key, failure.getMessage());
        } else {
            LOG.warnf(failure, "%s of %s failed and is tried again later", kind, key);
        }
        try (var connection = database.getConnection()) {
            marks.putOff(connection, kind, key, PUT_OFF, String.valueOf(failure.getMessage()));
        }
    }

    /// Computes as part of the trace that marked the keys, and measures how long it takes.
    private void compute(Recomputation recomputation, Connection connection, Claim claim)
            throws Exception {
        if (claim.isEmpty()) {
            return;
        }
        var kind = recomputation.kind();
        var began = System.nanoTime();
        var span =
                traces.start("compute " + kind, SpanKind.INTERNAL, claim.traceParents())
                        .setAttribute("kam.keys", claim.keys().size());
        Traces.during(span, () -> recomputation.recompute(connection, claim.keys()));
        metrics.timer("kam.computation.duration", "kind", kind)
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        metrics.counter("kam.computation.keys", "kind", kind).increment(claim.keys().size());
    }

    private static void inTransaction(Work work) {
        QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_SECONDS)
                .call(() -> {
                    work.run();
                    return true;
                });
    }

    private interface Work {
        void run() throws Exception;
    }
}
