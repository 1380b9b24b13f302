package org.kamsuite.opportunity.wallet;

import java.util.Arrays;

/// A quantile by linear interpolation (type 7) that one of its numbers can be taken out of.
///
/// Of the sorted numbers only the three are kept that the quantile of all of them, and of all but
/// one, can lie between: whichever number goes, its neighbours move by one place at most.
///
/// @param n how many numbers there are, one at least
/// @param low the number at the place floor((n − 2)·share), counted from zero
/// @param middle the next one, or the last
/// @param high the one after, or the last
public record Quantile(double share, int n, double low, double middle, double high) {

    /// The quantile of some numbers.
    ///
    /// @param numbers one at least, in any order
    public static Quantile of(double share, double... numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        var last = sorted.length - 1;
        var first = Math.max(0, (int) Math.floor((last - 1) * share));
        return new Quantile(
                share,
                sorted.length,
                sorted[first],
                sorted[Math.min(first + 1, last)],
                sorted[Math.min(first + 2, last)]);
    }

    public double value() {
        var place = (n - 1) * share;
        var below = (int) Math.floor(place);
        var isFirst = n < 2 || below == (int) Math.floor((n - 2) * share);
        return isFirst ? between(low, middle, place - below) : between(middle, high, place - below);
    }

    /// The quantile of the others, where one of the numbers is `own` and there are two at least.
    public double without(double own) {
        var place = (n - 2) * share;
        var part = place - Math.floor(place);
        if (own <= low) {
            return between(middle, high, part);
        }
        return own >= high ? between(low, middle, part) : between(low, high, part);
    }

    private static double between(double below, double above, double part) {
        return below + part * (above - below);
    }
}
