package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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

    private static final double EMERGING_GROWTH = 75;
    private static final double EMERGING_CREDIBILITY = 60;
    private static final double LOW_REVENUE = 30;
    private static final int FEW_PROJECTS = 3;
    private static final int DRAWS = 1_000;
    private static final double SPREAD = 0.20;

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
            Parameters parameters,
            Circumstances circumstances) {
        var all = new EnumMap<Criterion.Code, Double>(Criterion.Code.class);
        var weight = 0.0;
        var known = 0.0;
        var covered = 0.0;
        var low = 0.0;
        var sum = 0.0;
        for (var criterion : criteria.values()) {
            var own = parameters.weight(criterion.code());
            weight += own;
            var score = criterion.score();
            if (score != null) {
                known += own;
                covered += own * criterion.coverage();
                low += own * criterion.coverage() * score;
                sum += own * score;
                all.put(criterion.code(), score);
            }
        }
        Double total = known == 0 ? null : sum / known;
        var strong =
                (int)
                        criteria.values().stream()
                                .filter(c -> c.atLeast(parameters.strongCriterion()))
                                .count();
        var breadth = strong >= parameters.leastStrongCriteria();
        var coverage = covered / weight;
        var emerging = emerging(criteria, circumstances);
        var reasons = reasons(total, coverage, strong, parameters, circumstances.vetoes());
        var enough = Rounding.places(coverage, 4).doubleValue() >= parameters.leastCoverage();
        return new Qualification(
                total,
                coverage,
                low / weight,
                low / weight + 100 * (1 - coverage),
                strong,
                breadth,
                attractiveness(all, parameters),
                strength(all.get(Criterion.Code.C6), circumstances.walletShare()),
                reasons.isEmpty(),
                emerging && enough && circumstances.vetoes().isEmpty(),
                emerging,
                reasons);
    }

    private static boolean emerging(
            Map<Criterion.Code, Criterion> criteria, Circumstances circumstances) {
        var projects = circumstances.deliveredProjects();
        var revenue = criteria.get(Criterion.Code.C1);
        var small =
                revenue == null
                        || revenue.score() == null
                        || !revenue.atLeast(LOW_REVENUE)
                        || projects != null && projects <= FEW_PROJECTS;
        var growth = criteria.get(Criterion.Code.C4);
        var credibility = criteria.get(Criterion.Code.C5);
        return small
                && growth != null
                && growth.atLeast(EMERGING_GROWTH)
                && (circumstances.strategicNote()
                        || credibility != null && credibility.atLeast(EMERGING_CREDIBILITY));
    }

    private static List<Reason> reasons(
            @Nullable Double total,
            double coverage,
            int strong,
            Parameters parameters,
            List<String> vetoes) {
        var reasons = new ArrayList<Reason>();
        vetoes.forEach(veto -> reasons.add(Reason.of("VETO", "veto", veto)));
        if (Rounding.places(coverage, 4).doubleValue() < parameters.leastCoverage()) {
            reasons.add(
                    Reason.of(
                            "COVERAGE_TOO_LOW",
                            "coverage",
                            Rounding.places(coverage, 4).toString(),
                            "threshold",
                            Rounding.two(parameters.leastCoverage()).toString()));
        }
        if (total == null || Rounding.two(total).doubleValue() < parameters.entryThreshold()) {
            reasons.add(
                    Reason.of(
                            "TOTAL_BELOW_THRESHOLD",
                            "total",
                            total == null ? "unknown" : Rounding.two(total).toString(),
                            "threshold",
                            Rounding.two(parameters.entryThreshold()).toString()));
        }
        if (strong < parameters.leastStrongCriteria()) {
            reasons.add(
                    Reason.of(
                            "TOO_FEW_STRONG_CRITERIA",
                            "strong",
                            Integer.toString(strong),
                            "needed",
                            Integer.toString(parameters.leastStrongCriteria())));
        }
        return List.copyOf(reasons);
    }

    private static @Nullable Double attractiveness(
            Map<Criterion.Code, Double> scores, Parameters parameters) {
        var weight = 0.0;
        var sum = 0.0;
        for (var score : scores.entrySet()) {
            if (score.getKey() != Criterion.Code.C6) {
                weight += parameters.weight(score.getKey());
                sum += parameters.weight(score.getKey()) * score.getValue();
            }
        }
        return weight == 0 ? null : sum / weight;
    }

    private static @Nullable Double strength(
            @Nullable Double relationship, @Nullable Double walletShare) {
        if (relationship == null) {
            return null;
        }
        return walletShare == null
                ? relationship
                : 0.7 * relationship + 0.3 * 100 * Math.clamp(walletShare, 0, 1);
    }

    /// The box of the portfolio; an account leaves its former box only beyond the band.
    public Optional<Box> box(Parameters parameters, @Nullable Box former) {
        if (attractiveness == null || strength == null) {
            return Optional.empty();
        }
        var threshold = parameters.boxThreshold();
        var attractive =
                beyond(
                        attractiveness,
                        threshold,
                        parameters.boxBand(),
                        former == null ? null : former.attractive());
        var strong =
                beyond(
                        strength,
                        threshold,
                        parameters.boxBand(),
                        former == null ? null : former.strong());
        return Optional.of(Box.of(attractive, strong));
    }

    private static boolean beyond(
            double value, double threshold, double band, @Nullable Boolean former) {
        var stored = Rounding.two(value).doubleValue();
        if (former == null) {
            return stored >= threshold;
        }
        return former ? stored >= threshold - band : stored >= threshold + band;
    }

    /// The share of 1,000 draws of the weights within ±20 % for which the total stays on its side
    /// of the threshold.
    public static double sensitivity(
            Map<Criterion.Code, Criterion> criteria, Parameters parameters) {
        var known = criteria.values().stream().filter(c -> c.score() != null).toList();
        if (known.isEmpty()) {
            return 1;
        }
        var random = new SplittableRandom(20_260_101);
        var decided = mean(known, parameters, null) >= parameters.entryThreshold();
        var same = 0;
        for (var draw = 0; draw < DRAWS; draw++) {
            same +=
                    mean(known, parameters, random) >= parameters.entryThreshold() == decided
                            ? 1
                            : 0;
        }
        return (double) same / DRAWS;
    }

    private static double mean(
            List<Criterion> known, Parameters parameters, @Nullable SplittableRandom random) {
        var weight = 0.0;
        var sum = 0.0;
        for (var criterion : known) {
            var factor = random == null ? 1 : random.nextDouble(1 - SPREAD, 1 + SPREAD);
            var own = parameters.weight(criterion.code()) * factor;
            var score = criterion.score();
            weight += own;
            sum += score == null ? 0 : own * score;
        }
        return weight == 0 ? 0 : Rounding.two(sum / weight).doubleValue();
    }

    /// Why an account is not recommended, as a code with parameters.
    public record Reason(String code, Map<String, String> parameters) {

        static Reason of(String code, String name, String value) {
            return new Reason(code, Map.of(name, value));
        }

        static Reason of(String code, String name, String value, String other, String otherValue) {
            return new Reason(code, Map.of(name, value, other, otherValue));
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
