package org.kamsuite.opportunity.facts;

import org.jspecify.annotations.Nullable;

/// The size band of an account by its headcount: below 50, 250, 1,000, 5,000, or more.
final class SizeBand {

    private static final int[] BOUNDS = {50, 250, 1_000, 5_000};

    private SizeBand() {}

    static @Nullable Integer of(@Nullable Integer headcount) {
        if (headcount == null) {
            return null;
        }
        var band = 0;
        while (band < BOUNDS.length && headcount >= BOUNDS[band]) {
            band++;
        }
        return band;
    }
}
