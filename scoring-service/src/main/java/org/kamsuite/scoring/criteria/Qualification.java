package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The total over the known criteria and what follows from it (domain §2.7 and §2.8).
///
/// @param total weighted mean of the known criteria, null without any
/// @param coverage known weight by all weight, each criterion counted by its own coverage
/// @param low and `high`: the total with the unknown weight valued at 0 and at 100
public record Qualification(
        @Nullable Double total,
        double coverage,
        double low,
        double high,
        int strongCriteria,
        boolean breadth,
        @Nullable Double attractiveness,
        @Nullable Double strength,
        boolean recommended,
        boolean recommendedAsEmerging,
        boolean emerging,
        List<Reason> reasons) {

    /// What is known besides the criteria.
    ///
    /// @param deliveredProjects null where no project is on record
    /// @param walletShare our share of the wallet in scope, 0..1
    public record Circumstances(
            @Nullable Double walletShare,
            @Nullable Integer deliveredProjects,
            boolean strategicNote,
            List<String> vetoes) {}

    public static Qualification of(
            Map<Criterion.Code, Criterion> criteria,
            ScoringModel model,
            Circumstances circumstances) {
        var sums = Sums.of(criteria.values(), model::weight);
        var gate = Gate.of(criteria, model, circumstances);
        var decision = gate.decide(sums);
        var low = sums.low() / sums.weight();
        return new Qualification(
                sums.total(),
                sums.coverage(),
                low,
                low + 100 * (1 - sums.coverage()),
                gate.strong().size(),
                gate.breadth(),
                attractiveness(criteria, model),
                strength(criteria.get(Criterion.Code.C6), model, circumstances.walletShare()),
                decision.recommended(),
                decision.recommendedAsEmerging(),
                gate.emerging(),
                reasons(sums, gate, circumstances.vetoes()));
    }

    private static List<Reason> reasons(Sums sums, Gate gate, List<String> vetoes) {
        var thresholds = gate.thresholds();
        var reasons = new ArrayList<Reason>();
        vetoes.forEach(veto -> reasons.add(Reason.of(ReasonCode.VETO, "veto", veto)));
        if (!sums.isCovered(thresholds.leastCoverage())) {
            reasons.add(
                    Reason.of(
                            ReasonCode.COVERAGE_TOO_LOW,
                            "coverage",
                            Rounding.places(sums.coverage(), 4).toString(),
                            "threshold",
                            Rounding.two(thresholds.leastCoverage()).toString()));
        }
        if (!sums.reaches(thresholds.entryThreshold())) {
            var total = sums.total();
            reasons.add(
                    Reason.of(
                            ReasonCode.TOTAL_BELOW_THRESHOLD,
                            "total",
                            total == null ? "unknown" : Rounding.two(total).toString(),
                            "threshold",
                            Rounding.two(thresholds.entryThreshold()).toString()));
        }
        if (!gate.breadth()) {
            reasons.add(
                    Reason.of(
                            ReasonCode.TOO_FEW_STRONG_CRITERIA,
                            "strong",
                            Integer.toString(gate.strong().size()),
                            "needed",
                            Integer.toString(thresholds.leastStrongCriteria())));
        }
        return List.copyOf(reasons);
    }

    private static @Nullable Double attractiveness(
            Map<Criterion.Code, Criterion> criteria, ScoringModel model) {
        var others =
                criteria.values().stream()
                        .filter(criterion -> criterion.code() != Criterion.Code.C6)
                        .toList();
        return Sums.of(others, model::weight).total();
    }

    private static @Nullable Double strength(
            @Nullable Criterion relationship, ScoringModel model, @Nullable Double walletShare) {
        var score = relationship == null ? null : relationship.score();
        if (score == null || walletShare == null) {
            return score;
        }
        var own = model.portfolio().relationshipShare();
        return own * score + (1 - own) * 100 * Math.clamp(walletShare, 0, 1);
    }

    /// The box of the portfolio; an account leaves its former box only beyond the band.
    public Optional<Box> box(ScoringModel model, @Nullable Box former) {
        if (attractiveness == null || strength == null) {
            return Optional.empty();
        }
        var attractive =
                beyond(
                        attractiveness,
                        model.portfolio(),
                        former == null ? null : former.attractive());
        var strong = beyond(strength, model.portfolio(), former == null ? null : former.strong());
        return Optional.of(Box.of(attractive, strong));
    }

    private static boolean beyond(
            double value, ScoringModel.Portfolio model, @Nullable Boolean former) {
        var stored = Rounding.two(value).doubleValue();
        if (former == null) {
            return stored >= model.threshold();
        }
        return former
                ? stored >= model.threshold() - model.band()
                : stored >= model.threshold() + model.band();
    }

    /// Why an account is not recommended, as a code with parameters. The code is a text, so that
    /// one that a later version has written can be read.
    public record Reason(
            @Schema(implementation = ReasonCode.class) String code,
            Map<String, String> parameters) {

        /// A reason that needs no parameters.
        public static Reason of(ReasonCode code) {
            return new Reason(code.name(), Map.of());
        }

        static Reason of(ReasonCode code, String name, String value) {
            return new Reason(code.name(), Map.of(name, value));
        }

        static Reason of(
                ReasonCode code, String name, String value, String other, String otherValue) {
            return new Reason(code.name(), Map.of(name, value, other, otherValue));
        }
    }

    /// The four boxes of the portfolio matrix (McDonald and Woodburn).
    @Schema(
            name = "Box",
            description =
                    "STRATEGIC attractive and strong: invest and protect; STAR attractive, not yet strong: invest to win; STATUS strong, less attractive: maintain and earn; STREAMLINE neither: serve efficiently")
    public enum Box {
        /// Attractive and strong: invest and protect.
        STRATEGIC,
        /// Attractive, not yet strong: invest to win.
        STAR,
        /// Strong, less attractive: maintain and earn.
        STATUS,
        /// Neither: serve efficiently.
        STREAMLINE;

        static Box of(boolean attractive, boolean strong) {
            if (attractive) {
                return strong ? STRATEGIC : STAR;
            }
            return strong ? STATUS : STREAMLINE;
        }

        boolean attractive() {
            return this == STRATEGIC || this == STAR;
        }

        boolean strong() {
            return this == STRATEGIC || this == STATUS;
        }
    }
}
