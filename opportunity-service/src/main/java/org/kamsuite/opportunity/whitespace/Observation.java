package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;

/// What somebody found out on a day about who serves a need.
///
/// @param source who recorded it, null until it is recorded
public record Observation(
        UUID centreId,
        String productCode,
        Supply supply,
        @Nullable String rival,
        @Nullable LocalDate rivalRenewalOn,
        @Nullable BigDecimal rivalValue,
        double confidence,
        @Nullable String blockReason,
        @Nullable LocalDate reviewOn,
        LocalDate observedOn,
        @Nullable String source) {

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /// The confidence on a day: halved in each half-life.
    double confidenceOn(LocalDate day, Rules rules) {
        var months = ChronoUnit.DAYS.between(observedOn, day) / DAYS_PER_MONTH;
        return confidence * Math.pow(0.5, Math.max(0, months) / rules.halfLifeMonths());
    }

    /// Whether it still counts on the day; below the least confidence we no longer know.
    boolean countsOn(LocalDate day, Rules rules) {
        return confidenceOn(day, rules) >= rules.leastConfidence();
    }
}
