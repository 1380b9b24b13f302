package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.settings.Company;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// Closes a cycle: the system moves each account once at most, on a settled verdict of that cycle.
///
/// Accounts are evaluated in chunks, each in a transaction of its own; a close that was broken off
/// goes on where it stood. Those without such a verdict are tried again every day until the next
/// cycle closes, and are counted meanwhile.
@ApplicationScoped
public class CycleClose {

    private static final Logger LOG = Logger.getLogger(CycleClose.class);

    private final CycleRegister register;
    private final CycleChunk chunks;
    private final Company company;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    CycleClose(
            CycleRegister register,
            CycleChunk chunks,
            Company company,
            BusinessClock clock,
            Caller caller) {
        this.register = register;
        this.chunks = chunks;
        this.company = company;
        this.clock = clock;
        this.caller = caller;
    }

    /// Closes the present cycle before its end; once more, it evaluates whom it has not yet.
    public Outcome closeNow(String reason) {
        var today = clock.today();
        var cycle = Cycle.of(company.required(), today);
        register.closed()
                .filter(last -> !last.cycle().equals(cycle.name()))
                .ifPresent(CycleClose::warnOfThosePassedOver);
        register.note(cycle, today);
        return evaluate(cycle, today, caller.name() + ": " + reason);
    }

    /// Closes the cycle before the given day's, unless that is done; then evaluates those whose
    /// verdict was not there yet.
    void keepUp(LocalDate day) {
        var settings = company.settings();
        if (settings.isEmpty()) {
            return;
        }
        var present = Cycle.of(settings.get().content(), day);
        var over = Cycle.of(settings.get().content(), present.start().minusDays(1));
        var closed = register.closed();
        if (closed.isEmpty()) {
            register.note(over, null);
        } else if (!closed.get().cycle().equals(over.name())
                && !closed.get().cycle().equals(present.name())) {
            warnOfThosePassedOver(closed.get());
            register.note(over, day);
            evaluate(over, day, null);
        } else if (closed.get().on() != null) {
            var cycle = closed.get().cycle().equals(over.name()) ? over : present;
            evaluate(cycle, closed.get().on(), null);
        }
    }

    private static void warnOfThosePassedOver(Closed last) {
        if (!last.waiting().isEmpty()) {
            LOG.warnf(
                    "The cycle %s ends without a decision on accounts that waited: %s",
                    last.cycle(), last.waiting());
        }
    }

    private Outcome evaluate(Cycle cycle, LocalDate enteredBy, @Nullable String reason) {
        var progress = new Progress();
        while (progress.more()) {
            chunks.evaluate(cycle, enteredBy, reason, progress);
        }
        register.waiting(progress.waiting());
        return progress.outcome(cycle);
    }

    /// The cycle that was closed last, if any.
    public Optional<Closed> closed() {
        return register.closed();
    }

    /// A closed cycle; the one that was over before the first run has no day.
    ///
    /// @param waiting accounts that could not be evaluated when it was last tried, by reason
    public record Closed(String cycle, @Nullable LocalDate on, Map<WaitReason, Integer> waiting) {}

    /// What a close has done.
    ///
    /// @param waiting accounts without a settled verdict of the cycle, evaluated on a later day
    /// @param waitReasons the same, by what is missing
    public record Outcome(
            String cycle,
            int evaluated,
            int waiting,
            Map<WaitReason, Integer> waitReasons,
            Map<State, Integer> moves) {}
}
