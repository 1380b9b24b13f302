package org.kamsuite.account.designation.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.Verdict;

/// The stored verdict that a decision rests on.
public record VerdictSummary(
        UUID scoreId,
        boolean scored,
        @Nullable String cycle,
        @Nullable Integer modelVersion,
        boolean settled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal coverage,
        boolean recommended,
        boolean recommendedAsEmerging,
        List<String> vetoes) {

    static VerdictSummary of(Verdict verdict) {
        return new VerdictSummary(
                verdict.scoreId(),
                verdict.scored(),
                verdict.cycle(),
                verdict.modelVersion(),
                verdict.settled(),
                verdict.total(),
                verdict.coverage(),
                verdict.recommended(),
                verdict.recommendedAsEmerging(),
                verdict.vetoes());
    }
}
