package org.kamsuite.kit.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Counts the requests that were put off with 503, by reason.
@Singleton
class Postponements {

    private final MeterRegistry metrics;

    @Inject
    Postponements(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Problem problem) {
        var reason = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        metrics.counter("kam.requests.postponed", "reason", reason).increment();
    }
}
