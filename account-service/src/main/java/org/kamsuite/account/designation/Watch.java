package org.kamsuite.account.designation;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Counts the breaches of a key account in consecutive cycles.
///
/// No breach is what only a new model or lost facts explain.
@Embeddable
@NullUnmarked
class Watch {

    private int breaches;
    private @Nullable String lastBreachCycle;
    private @Nullable Integer modelVersion;
    private @Nullable LocalDate modelSince;
    private @Nullable BigDecimal coverageWhenAbove;

    protected Watch() {}

    /// Starts to watch from this verdict on.
    void start(Verdict verdict) {
        breaches = 0;
        lastBreachCycle = null;
        modelVersion = verdict.modelVersion();
        modelSince = null;
        coverageWhenAbove = verdict.coverage();
    }

    /// Whether the breaches are now too many.
    boolean sees(Verdict verdict, Cycle cycle, ProgrammeConfig rules) {
        noteModel(verdict, cycle);
        var threshold = rules.reviewBelow();
        if (!verdict.isBelow(threshold)) {
            breaches = 0;
            lastBreachCycle = null;
            coverageWhenAbove = verdict.coverage();
            return false;
        }
        if (verdict.fallsByLostFacts(coverageWhenAbove, threshold)
                || dueToTheModel(verdict, cycle, threshold)) {
            return false;
        }
        breaches = cycle.previous().equals(lastBreachCycle) ? breaches + 1 : 1;
        lastBreachCycle = cycle.name();
        return breaches >= rules.breaches();
    }

    private void noteModel(Verdict verdict, Cycle cycle) {
        if (modelVersion != null && !modelVersion.equals(verdict.modelVersion())) {
            modelSince = cycle.start();
        }
        modelVersion = verdict.modelVersion();
    }

    private boolean dueToTheModel(Verdict verdict, Cycle cycle, BigDecimal threshold) {
        return verdict.reachesUnderPreviousModel(threshold)
                && modelSince != null
                && !cycle.isAtLeast(2, modelSince);
    }

    int breaches() {
        return breaches;
    }
}
