package org.kamsuite.opportunity.rules;

import java.time.LocalDate;

/// What a company may decide differently about white space (domain §4 to §6).
///
/// @param leastConfidence 0..1
public record Rules(
        int halfLifeMonths,
        double leastConfidence,
        int lockMonths,
        int windowDays,
        int observedMonths,
        int dislikeMonths,
        int affinityHolders,
        double affinityLift,
        int coolingPriceMonths,
        int coolingFitMonths,
        int coolingContactMonths) {

    public Rules {
        requirePositive("half-life-months", halfLifeMonths);
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "least-confidence lies in [0, 1], not " + leastConfidence);
        }
        requirePositive("lock-months", lockMonths);
        requirePositive("window-days", windowDays);
        requirePositive("observed-months", observedMonths);
        requirePositive("dislike-months", dislikeMonths);
        requirePositive("affinity-holders", affinityHolders);
        requirePositive("affinity-lift", affinityLift);
        requirePositive("cooling-price-months", coolingPriceMonths);
        requirePositive("cooling-fit-months", coolingFitMonths);
        requirePositive("cooling-contact-months", coolingContactMonths);
    }

    private static void requirePositive(String rule, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(rule + " is positive, not " + value);
        }
    }

    public static Rules of(WhiteSpaceConfig config) {
        return new Rules(
                config.halfLifeMonths(),
                config.leastConfidence(),
                config.lockMonths(),
                config.windowDays(),
                config.observedMonths(),
                config.dislikeMonths(),
                config.affinityHolders(),
                config.affinityLift(),
                config.coolingPriceMonths(),
                config.coolingFitMonths(),
                config.coolingContactMonths());
    }

    /// Whether what was observed of a stakeholder still counts on the day.
    public boolean countsOn(LocalDate day, LocalDate observedOn) {
        return observedOn.plusMonths(observedMonths).isAfter(day);
    }

    /// Whether the time is right for what comes on a day: that is near, and not over.
    public boolean isOpen(LocalDate today, LocalDate comesOn) {
        return !comesOn.isBefore(today) && !comesOn.isAfter(today.plusDays(windowDays));
    }
}
