package org.kamsuite.scoring.criteria;

import java.util.List;
import java.util.Map;

/// Everything that a version of the scoring model decides (domain §2): weights, gates, scales,
/// caps, horizons. Shares are 0..1, scores and thresholds 0..100.
///
/// @param activeMonths an account that has bought nothing for so long is not scored
public record ScoringModel(
        Map<Criterion.Code, Double> weights,
        int activeMonths,
        Gate gate,
        Emerging emerging,
        Portfolio portfolio,
        Sensitivity sensitivity,
        RevenueShare revenueShare,
        LifetimeValue lifetimeValue,
        CustomisedService customisedService,
        GrowthPotential growthPotential,
        Credibility credibility,
        Relationship relationship) {

    public ScoringModel {
        if (weights.size() != Criterion.Code.values().length) {
            throw new IllegalArgumentException("A model weighs every criterion, not " + weights);
        }
        weights = Map.copyOf(weights);
        requireWeights(weights);
    }

    public double weight(Criterion.Code code) {
        return weights.getOrDefault(code, 0.0);
    }

    private static void requireWeights(Map<?, Double> weights) {
        if (weights.values().stream().anyMatch(weight -> weight < 0)
                || weights.values().stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            throw new IllegalArgumentException(
                    "Weights are zero or more, and not all are zero: " + weights);
        }
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value);
        }
    }

    private static void requireScore(String name, double value) {
        require(value >= 0 && value <= 100, name + " lies in [0, 100]", value);
    }

    private static void requireShare(String name, double value) {
        require(value >= 0 && value <= 1, name + " lies in [0, 1]", value);
    }

    private static void requirePositive(String name, double value) {
        require(value > 0, name + " is above zero", value);
    }

    /// What a recommendation takes (§2.8), and below what total a key account is reviewed.
    public record Gate(
            double entryThreshold,
            double exitThreshold,
            double leastCoverage,
            double strongCriterion,
            int leastStrongCriteria) {

        public Gate {
            requireScore("entryThreshold", entryThreshold);
            requireScore("exitThreshold", exitThreshold);
            require(exitThreshold <= entryThreshold, "exitThreshold is no entry", exitThreshold);
            requireShare("leastCoverage", leastCoverage);
            requireScore("strongCriterion", strongCriterion);
            requirePositive("leastStrongCriteria", leastStrongCriteria);
        }
    }

    /// When an account is on the emerging track (§2.4).
    public record Emerging(
            double leastGrowth, double leastCredibility, double lowRevenue, int fewProjects) {

        public Emerging {
            requireScore("leastGrowth", leastGrowth);
            requireScore("leastCredibility", leastCredibility);
            requireScore("lowRevenue", lowRevenue);
        }
    }

    /// Where the boxes of the portfolio meet (§2.7), and how much of the strength is relationship
    /// where the wallet share is known.
    public record Portfolio(double threshold, double band, double relationshipShare) {

        public Portfolio {
            requireScore("threshold", threshold);
            requireScore("band", band);
            requireShare("relationshipShare", relationshipShare);
        }
    }

    /// How the sensitivity to the weights is drawn (§2.8); the seed makes it reproducible.
    public record Sensitivity(int draws, double spread, long seed) {

        public Sensitivity {
            requirePositive("draws", draws);
            require(spread > 0 && spread < 1, "spread lies in ]0, 1[", spread);
        }
    }

    /// C1 (§2.1).
    ///
    /// @param measure the measure that counts, `revenueShare` or `multiple`; the other is shown
    /// @param multiple the scale of the multiple, straight between the logarithms of its points
    public record RevenueShare(String measure, int leastMonths, Anchors share, Anchors multiple) {

        public RevenueShare {
            if (!List.of("revenueShare", "multiple").contains(measure)) {
                throw new IllegalArgumentException(
                        "C1 is measured by revenueShare or multiple, not " + measure);
            }
            requirePositive("leastMonths", leastMonths);
            multiple = multiple.onLogarithms();
        }
    }

    /// C2 (§2.2).
    public record LifetimeValue(
            Anchors scale,
            int horizonYears,
            double discountRate,
            double growth,
            double baseRetention,
            double leastRetention,
            double mostRetention,
            double retentionShift,
            int leastCohort,
            double estimateCoverage) {

        public LifetimeValue {
            requirePositive("horizonYears", horizonYears);
            requireShare("discountRate", discountRate);
            require(growth > -1, "growth is above -1", growth);
            requireShare("baseRetention", baseRetention);
            requireShare("leastRetention", leastRetention);
            requireShare("mostRetention", mostRetention);
            require(leastRetention <= mostRetention, "leastRetention is least", leastRetention);
            requireShare("retentionShift", retentionShift);
            requireShare("estimateCoverage", estimateCoverage);
        }
    }

    /// C3 (§2.3).
    ///
    /// @param hours standard hours by type of request; `*` stands for every other type
    public record CustomisedService(
            Map<String, Double> parts,
            Anchors timeShare,
            Anchors complexRate,
            Anchors bespokeCount,
            Map<String, Hours> hours,
            double estimateCoverage,
            double crisisMultiple,
            int onboardingMonths,
            double overServedMultiple) {

        public CustomisedService {
            requireWeights(parts);
            if (!hours.containsKey("*")) {
                throw new IllegalArgumentException("A model has standard hours for the type *");
            }
            requireShare("estimateCoverage", estimateCoverage);
            require(crisisMultiple >= 1, "crisisMultiple is at least 1", crisisMultiple);
            requirePositive("overServedMultiple", overServedMultiple);
        }

        Hours hoursOf(String type) {
            return hours.getOrDefault(type, hours.getOrDefault("*", Hours.NONE));
        }
    }

    /// The standard hours of a request by its complexity.
    public record Hours(double standard, double complex, double bespoke) {

        static final Hours NONE = new Hours(0, 0, 0);
    }

    /// C4 (§2.4).
    public record GrowthPotential(
            Map<String, Double> parts,
            Anchors headroom,
            Anchors trend,
            int quarters,
            int leastQuarters,
            double emptyQuarter,
            double shrinking,
            double cap) {

        public GrowthPotential {
            requireWeights(parts);
            require(leastQuarters >= 2, "leastQuarters is at least 2", leastQuarters);
            require(quarters >= leastQuarters, "quarters are at least the least", quarters);
            requirePositive("emptyQuarter", emptyQuarter);
            requireScore("cap", cap);
        }
    }

    /// C5 (§2.5).
    ///
    /// @param staleShare what evidence older than `freshMonths` still counts
    public record Credibility(
            Map<String, Double> parts,
            List<Double> rubric,
            int freshMonths,
            double staleShare,
            double farApart) {

        public Credibility {
            requireWeights(parts);
            rubric.forEach(value -> requireScore("rubric", value));
            requirePositive("freshMonths", freshMonths);
            requireShare("staleShare", staleShare);
        }
    }

    /// C6 (§2.6).
    ///
    /// @param stages the score of each stage of a relationship
    /// @param coverage how far each depth of contact counts
    public record Relationship(
            Map<String, Double> parts,
            Anchors tenure,
            Map<String, Double> stages,
            Map<String, Double> coverage,
            int leastInfluence,
            int keyInfluence,
            double wellKnown,
            int freshMonths,
            double singleThreadedCap) {

        public Relationship {
            requireWeights(parts);
            stages.forEach(ScoringModel::requireScore);
            coverage.forEach(ScoringModel::requireShare);
            requirePositive("freshMonths", freshMonths);
            requireScore("singleThreadedCap", singleThreadedCap);
        }
    }
}
