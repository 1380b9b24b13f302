package org.kamsuite.scoring.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The white-space totals of an account's tree; money in the company's currency.
public record WhiteSpace(
        long factsEpoch,
        long factsSequence,
        BigDecimal value,
        int sizedCells,
        int unsizedCells,
        int applicableCells,
        int unknownCells,
        @Nullable BigDecimal walletShare,
        @Nullable BigDecimal walletCoverage) {

    /// The share of the applicable cells whose supply is known, 0..1.
    public double knownShare() {
        return applicableCells == 0
                ? 0
                : (double) (applicableCells - unknownCells) / applicableCells;
    }
}
