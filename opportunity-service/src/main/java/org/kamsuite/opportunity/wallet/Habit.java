package org.kamsuite.opportunity.wallet;

import org.jspecify.annotations.Nullable;

/// How the members of a group buy one product.
///
/// @param adopters members that have it
/// @param spend what the adopters spend by employee, null where none is known
/// @param quantity the median of what they have by employee, null where none is known
public record Habit(int adopters, @Nullable Spend spend, @Nullable Quantile quantity) {

    static final Habit NONE = new Habit(0, null, null);

    /// What a customer spends, by its size, that spends little, much and very much among those that
    /// buy: the second is the realistic wallet (IBM Systems Journal 46, 2007; KDD 2007).
    public record Spend(Quantile low, Quantile mid, Quantile high) {

        private static final double LOW = 0.75;
        private static final double MID = 0.90;
        private static final double HIGH = 0.95;

        static Spend of(double... numbers) {
            return new Spend(
                    Quantile.of(LOW, numbers),
                    Quantile.of(MID, numbers),
                    Quantile.of(HIGH, numbers));
        }
    }
}
