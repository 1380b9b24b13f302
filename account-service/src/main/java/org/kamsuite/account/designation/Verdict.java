package org.kamsuite.account.designation;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /// Decisions rest on a score, and on white space of the same facts.
    void requireFirm() {
        if (!scored || !settled) {
            throw new GuardBroken(
                    "not-settled", "The latest score of the account is not settled yet");
        }
    }

    void requireNoVeto() {
        if (vetoed()) {
            throw new GuardBroken("vetoed", "The account is vetoed: " + vetoes);
        }
    }

    /// Whether it recommends the account, and no veto speaks against it.
    boolean commends() {
        return recommended && !vetoed();
    }

    /// Why a cycle's close cannot rest on it, if so.
    static Optional<WaitReason> waits(@Nullable Verdict verdict, Cycle cycle) {
        if (verdict == null) {
            return Optional.of(WaitReason.NO_VERDICT);
        }
        if (!verdict.scored) {
            return Optional.of(WaitReason.NOT_SCORED);
        }
        if (!verdict.settled) {
            return Optional.of(WaitReason.NOT_SETTLED);
        }
        return cycle.accepts(verdict.cycle)
                ? Optional.empty()
                : Optional.of(WaitReason.OTHER_CYCLE);
    }

    Set<Door> openDoors(ProgrammeConfig rules) {
        var open = EnumSet.noneOf(Door.class);
        if (reaches(revenueShare, rules.doorRevenueShare())) {
            open.add(Door.REVENUE);
        }
        if (reaches(workShare, rules.doorWorkShare())) {
            open.add(Door.WORK);
        }
        if (reaches(growth, rules.doorGrowth())) {
            open.add(Door.GROWTH);
        }
        return open;
    }

    /// Whether facts are missing without which the doors cannot be judged.
    boolean leavesDoorsOpen() {
        return revenueShare == null || growth == null;
    }

    /// The total, where decisions may rest on it.
    @Nullable BigDecimal settledTotal() {
        return scored && settled ? total : null;
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

    /// What a person gives as the reason must be what the verdict says.
    static void requireGrounds(ReviewReason why, @Nullable Verdict verdict, ProgrammeConfig rules) {
        var found =
                switch (why) {
                    case VETO -> verdict != null && verdict.vetoed();
                    case BREACHES -> verdict != null && verdict.isBelow(rules.reviewBelow());
                    case REVIEW_OVERDUE, LEAVING, REQUESTED -> true;
                };
        if (!found) {
            throw new GuardBroken(
                    "no-such-grounds", "The latest verdict gives no grounds for the reason " + why);
        }
    }

    private static boolean reaches(@Nullable BigDecimal value, BigDecimal threshold) {
        return value != null && value.compareTo(threshold) >= 0;
    }
}
