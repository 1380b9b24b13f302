package org.kamsuite.account.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.kamsuite.account.facts.ZoneName;

/// Currency, zone, calendar and the configured cap of the programme.
public record SettingsContent(
        @NotNull
                @Pattern(
                        regexp = "[A-Z]{3}",
                        message = "A currency is a code of three capital letters (ISO 4217)")
                String currency,
        @NotNull @ZoneName String zone,
        @Min(1) @Max(12) int fiscalYearStartMonth,
        @CycleLength int cycleMonths,
        @Min(1) @Max(75) int configuredCap) {

    /// The cycle a day lies in, such as `2026-Q4`; cycles count from the start of the fiscal year.
    public String cycleOf(LocalDate day) {
        var start = cycleStart(day);
        var fiscalStart = fiscalYearStart(start);
        var months =
                (start.getYear() - fiscalStart.getYear()) * 12
                        + start.getMonthValue()
                        - fiscalStart.getMonthValue();
        return fiscalStart.getYear() + "-Q" + (months / cycleMonths + 1);
    }

    /// The first day of the cycle that a day lies in.
    public LocalDate cycleStart(LocalDate day) {
        var fiscalStart = fiscalYearStart(day);
        var months =
                (day.getYear() - fiscalStart.getYear()) * 12
                        + day.getMonthValue()
                        - fiscalStart.getMonthValue();
        return fiscalStart.plusMonths((long) months / cycleMonths * cycleMonths);
    }

    /// The first day of the next cycle.
    public LocalDate nextCycleStart(LocalDate day) {
        return cycleStart(day).plusMonths(cycleMonths);
    }

    private LocalDate fiscalYearStart(LocalDate day) {
        var start = LocalDate.of(day.getYear(), fiscalYearStartMonth, 1);
        return day.isBefore(start) ? start.minusYears(1) : start;
    }
}
