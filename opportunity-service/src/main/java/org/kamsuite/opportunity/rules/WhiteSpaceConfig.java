package org.kamsuite.opportunity.rules;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How long what we know counts, and from when on we act.
@StaticInitSafe
@ConfigMapping(prefix = "kam.white-space")
public interface WhiteSpaceConfig {

    /// The months in which the confidence of who serves a need is halved.
    @WithDefault("12")
    int halfLifeMonths();

    /// Below this confidence, 0 to 1, nobody knows any more who serves a need.
    @WithDefault("0.3")
    double leastConfidence();

    /// The horizon in months: what a rival's contract locks for longer is no white space.
    @WithDefault("12")
    int lockMonths();

    /// The days before a renewal, ours or a rival's, a new budget of the customer or the date of a
    /// goal in which the time is right.
    @WithDefault("180")
    int windowDays();

    /// The months after which what was observed of a stakeholder no longer counts.
    @WithDefault("12")
    int observedMonths();

    /// The months in which a product that the customer does not want is not offered.
    @WithDefault("12")
    int dislikeMonths();

    /// The accounts that must have two products before they count as held together.
    @WithDefault("5")
    int affinityHolders();

    /// Only above this many times the usual chance two products count as held together.
    @WithDefault("1.2")
    double affinityLift();

    /// The months in which nothing is offered again after a loss by the price, and a dismissal
    /// without a better date.
    @WithDefault("6")
    int coolingPriceMonths();

    /// The months in which nothing is offered again that did not fit or was not needed.
    @WithDefault("12")
    int coolingFitMonths();

    /// The months in which nothing is offered again after it went to the wrong contact.
    @WithDefault("3")
    int coolingContactMonths();
}
