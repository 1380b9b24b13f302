package org.kamsuite.account.designation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.settings.SettingsContent;

/// A cycle of the programme, in which the system moves an account once at most.
public record Cycle(String name, String previous, String next, LocalDate start, int months) {

    /// The cycle that a day lies in.
    static Cycle of(SettingsContent settings, LocalDate day) {
        var start = settings.cycleStart(day);
        return new Cycle(
                settings.cycleOf(start),
                settings.cycleOf(start.minusDays(1)),
                settings.cycleOf(settings.nextCycleStart(start)),
                start,
                settings.cycleMonths());
    }

    /// Whether what was said in that cycle counts when this one closes: the scoring service may be
    /// past its end.
    boolean accepts(@Nullable String cycle) {
        return name.equals(cycle) || next.equals(cycle);
    }

    /// Whether at least so many cycles have begun since the one that began then.
    boolean isAtLeast(int cycles, LocalDate since) {
        return !start.isBefore(since.plusMonths((long) cycles * months));
    }
}
