package org.kamsuite.scoring.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.Flag;
import org.kamsuite.scoring.criteria.Qualification;
import org.kamsuite.scoring.facts.Sheet;

/// What is published of a score.
public record Verdict(
        UUID accountId,
        List<Sheet.ExternalId> externalIds,
        UUID scoreId,
        Status status,
        @Schema(
                        description =
                                "NO_REVENUE it never bought; INACTIVE it has not bought for long",
                        enumeration = {"NO_REVENUE", "INACTIVE"})
                @Nullable String notScoredReason,
        String cycle,
        long frame,
        int modelVersion,
        LocalDate asOf,
        long factsEpoch,
        long factsSequence,
        @Nullable Long whiteSpaceEpoch,
        @Nullable Long whiteSpaceSequence,
        boolean settled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal totalLow,
        @Nullable BigDecimal totalHigh,
        @Nullable BigDecimal totalUnderPreviousModel,
        @Nullable BigDecimal coverage,
        int criteriaAtLeast60,
        boolean breadth,
        List<String> vetoes,
        @Schema(type = SchemaType.ARRAY, implementation = Flag.class) List<String> flags,
        boolean recommended,
        boolean recommendedAsEmerging,
        Track track,
        List<Qualification.Reason> reasons,
        Map<Criterion.Code, Mark> criteria,
        @Nullable BigDecimal workShare,
        @Nullable BigDecimal attractiveness,
        @Nullable BigDecimal businessStrength,
        Qualification.@Nullable Box box) {

    /// Whether there is a score.
    @Schema(
            name = "ScoreStatus",
            description =
                    "SCORED there is a score; NOT_SCORED there is none, for the stated reason")
    public enum Status {
        SCORED,
        NOT_SCORED
    }

    /// The way an account can be recommended.
    @Schema(
            name = "Track",
            description = "NORMAL by the total; EMERGING by growth, before the revenue is there")
    public enum Track {
        NORMAL,
        EMERGING
    }

    /// A criterion's score and how much of it is known.
    public record Mark(@Nullable BigDecimal score, BigDecimal coverage) {}

    /// The same verdict under the identity, frame and day of another: to see whether anything else
    /// differs.
    boolean saysTheSameAs(Verdict other) {
        return equals(other.computedAs(scoreId, frame, asOf));
    }

    Verdict computedAs(UUID score, long inFrame, LocalDate day) {
        return new Verdict(
                accountId,
                externalIds,
                score,
                status,
                notScoredReason,
                cycle,
                inFrame,
                modelVersion,
                day,
                factsEpoch,
                factsSequence,
                whiteSpaceEpoch,
                whiteSpaceSequence,
                settled,
                total,
                totalLow,
                totalHigh,
                totalUnderPreviousModel,
                coverage,
                criteriaAtLeast60,
                breadth,
                vetoes,
                flags,
                recommended,
                recommendedAsEmerging,
                track,
                reasons,
                criteria,
                workShare,
                attractiveness,
                businessStrength,
                box);
    }
}
