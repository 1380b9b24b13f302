package org.kamsuite.opportunity.facts;

import java.time.LocalDate;

/// A year of budgets.
///
/// @param startMonth the month, 1 to 12, in which it begins
public record FiscalYear(int startMonth) {

    /// What is taken where nothing is known.
    public static final FiscalYear CALENDAR = new FiscalYear(1);

    /// The first day of the next one.
    public LocalDate nextAfter(LocalDate day) {
        var start = LocalDate.of(day.getYear(), startMonth, 1);
        return start.isAfter(day) ? start : start.plusYears(1);
    }
}
