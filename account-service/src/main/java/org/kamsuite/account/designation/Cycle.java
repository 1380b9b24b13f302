package org.kamsuite.account.designation;

import java.time.LocalDate;
import org.kamsuite.account.settings.SettingsContent;

/// A cycle of the programme, in which the system moves an account once at most.
public record Cycle(String name, String previous, LocalDate start, int months) {

    /// The cycle that a day lies in.
    static Cycle of(SettingsContent settings, LocalDate day) {
        var start = settings.cycleStart(day);
        return new Cycle(
                settings.cycleOf(start),
                settings.cycleOf(start.minusDays(1)),
                start,
                settings.cycleMonths());
    }

    /// Whether at least so many cycles have begun since the one that began then.
    boolean isAtLeast(int cycles, LocalDate since) {
        return !start.isBefore(since.plusMonths((long) cycles * months));
    }
}
