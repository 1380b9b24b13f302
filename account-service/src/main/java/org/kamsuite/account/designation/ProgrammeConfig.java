package org.kamsuite.account.designation;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/// The rules of the programme.
@StaticInitSafe
@ConfigMapping(prefix = "kam.programme")
public interface ProgrammeConfig {

    /// A confirmed account below this total is in breach.
    @WithDefault("55")
    BigDecimal reviewBelow();

    /// So much above `reviewBelow` an account under review is retained.
    @WithDefault("5")
    BigDecimal retainMargin();

    /// So much above the lowest total under review lies that of a waitlisted account for which room
    /// is made.
    @WithDefault("10")
    BigDecimal roomMargin();

    /// The door of the big ones: the score of the revenue share.
    @WithDefault("50")
    BigDecimal doorRevenueShare();

    /// The door of the laborious ones: the share of the team's hours.
    @WithDefault("0.01")
    BigDecimal doorWorkShare();

    /// The door of the emerging ones: the score of the growth potential.
    @WithDefault("75")
    BigDecimal doorGrowth();

    /// Breaches in consecutive cycles that lead to a review.
    @WithDefault("2")
    int breaches();

    /// Cycles without a recommendation after which a candidate is none any more.
    @WithDefault("4")
    int patience();

    /// The days after which an undecided review is overdue.
    @WithDefault("90")
    int reviewDays();

    /// The days after a confirmation until which the account plan is due.
    @WithDefault("30")
    int planDays();

    /// The months after a rejection or demotion before which an account is no candidate.
    @WithDefault("6")
    int coolOffMonths();

    /// The months in the programme before which nobody is demoted without a veto.
    @WithDefault("12")
    int tenureMonths();

    /// The most months that an override lasts.
    @WithDefault("12")
    int overrideMonths();

    /// The part of the slots that may rest on an override.
    @WithDefault("0.10")
    BigDecimal overrideShare();

    /// The slots for key accounts, as a part of the active accounts.
    @WithDefault("0.05")
    BigDecimal slotShare();

    /// The slots that there are however few accounts are active.
    @WithDefault("3")
    int leastSlots();

    /// The part of the key accounts of a quarter's start that may be demoted in the quarter, beside
    /// those that leave or are vetoed; one always may.
    @WithDefault("0.20")
    BigDecimal churnShare();

    /// The days for which a decision may name a score that was replaced.
    @WithDefault("90")
    int knownScoreDays();

    /// The accounts that a cycle's close evaluates in one transaction.
    @WithDefault("500")
    int chunkAccounts();
}
