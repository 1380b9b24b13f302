package org.kamsuite.kit.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Counts the requests that were put off with 503, by reason, and logs why now and then: a database
/// that is away refuses many of them a second.
@Singleton
class Postponements {

    private static final Logger LOG = Logger.getLogger(Postponements.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final MeterRegistry metrics;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    @Inject
    Postponements(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Problem problem) {
        var reason = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        metrics.counter("kam.requests.postponed", "reason", reason).increment();
    }

    /// Logs the request with how many there were since the last that was logged, at most every ten
    /// seconds.
    void log(String path, Throwable cause) {
        unsaid.incrementAndGet();
        var now = System.nanoTime();
        var until = silentUntil.get();
        if (now - until >= 0 && silentUntil.compareAndSet(until, now + SILENCE.toNanos())) {
            LOG.warnf(
                    "%d requests were put off, the last: path=%s cause=%s",
                    unsaid.getAndSet(0), path, cause.getMessage());
        }
    }
}
