package org.kamsuite.account.designation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the scoring service last said of an account, as far as decisions rest on it.
public record Verdict(
        UUID accountId,
        UUID scoreId,
        boolean scored,
        @Nullable String cycle,
        @Nullable Integer modelVersion,
        boolean settled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal totalHigh,
        @Nullable BigDecimal totalUnderPreviousModel,
        @Nullable BigDecimal coverage,
        boolean recommended,
        boolean recommendedAsEmerging,
        @Nullable BigDecimal revenueShare,
        @Nullable BigDecimal growth,
        @Nullable BigDecimal workShare,
        List<String> vetoes) {

    boolean vetoed() {
        return !vetoes.isEmpty();
    }

    boolean opensADoor(ProgrammeConfig rules) {
        return reaches(revenueShare, rules.doorRevenueShare())
                || reaches(workShare, rules.doorWorkShare())
                || reaches(growth, rules.doorGrowth());
    }

    /// Whether facts are missing without which the doors cannot be judged.
    boolean leavesDoorsOpen() {
        return revenueShare == null || growth == null;
    }

    boolean isBelow(BigDecimal threshold) {
        return total != null && total.compareTo(threshold) < 0;
    }

    boolean reaches(BigDecimal threshold) {
        return reaches(total, threshold);
    }

    /// Whether the total falls short only because less is known than before.
    boolean fallsByLostFacts(@Nullable BigDecimal coverageBefore, BigDecimal threshold) {
        return coverageBefore != null
                && coverage != null
                && coverage.compareTo(coverageBefore) < 0
                && reaches(totalHigh, threshold);
    }

    boolean reachesUnderPreviousModel(BigDecimal threshold) {
        return reaches(totalUnderPreviousModel, threshold);
    }

    private static boolean reaches(@Nullable BigDecimal value, BigDecimal threshold) {
        return value != null && value.compareTo(threshold) >= 0;
    }
}
