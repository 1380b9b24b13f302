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
        @Nullable BigDecimal walletShare) {}
