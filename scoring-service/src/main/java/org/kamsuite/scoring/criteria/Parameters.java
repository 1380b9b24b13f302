package org.kamsuite.scoring.criteria;

import java.util.Map;

/// The values of a published scoring model; see domain §2 for what each does.
public record Parameters(
        Map<Criterion.Code, Double> weights,
        double entryThreshold,
        double exitThreshold,
        double leastCoverage,
        double strongCriterion,
        int leastStrongCriteria,
        double boxThreshold,
        double boxBand,
        double discountRate,
        int horizonYears,
        double baseRetention,
        double estimateCoverage,
        double standardHours,
        double complexHours,
        double bespokeHours) {

    public Parameters {
        if (weights.size() != Criterion.Code.values().length
                || weights.values().stream().anyMatch(weight -> weight < 0)
                || weights.values().stream().mapToDouble(Double::doubleValue).sum() <= 0) {
            throw new IllegalArgumentException(
                    "A model has a weight of zero or more for each criterion, not " + weights);
        }
    }

    public double weight(Criterion.Code code) {
        return weights.getOrDefault(code, 0.0);
    }
}
