package org.kamsuite.scoring.criteria;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Weights of the criteria from judgements of each against each other (AHP, Saaty; domain §2.9).
///
/// @param weights the normalised geometric means of the rows of the matrix, together 1
/// @param consistencyRatio `(λmax − n)/(n − 1)` by that of random judgements; 0 without any
///   contradiction
public record PairwiseWeights(Map<Criterion.Code, Double> weights, double consistencyRatio) {

    /// As it is written with four places.
    private static final double ONE_NINTH = 0.1111;

    /// The consistency index of random judgements of six things (Saaty).
    private static final double RANDOM_INDEX = 1.24;

    private static final double MOST = 0.10;
    private static final int SIZE = Criterion.Code.values().length;

    /// The criterion is so many times as important as the other: 1/9 to 9.
    public record Judgement(Criterion.Code criterion, Criterion.Code other, double value) {

        public Judgement {
            if (criterion == other || value < ONE_NINTH || value > 9) {
                throw new IllegalArgumentException(
                        "A judgement of two criteria lies in [1/9, 9], not %s of %s by %s"
                                .formatted(value, criterion, other));
            }
        }
    }

    /// The weights that follow from one judgement of each pair.
    ///
    /// @throws IllegalArgumentException where a pair is judged twice or not at all
    public static PairwiseWeights of(Collection<Judgement> judgements) {
        var matrix = matrix(judgements);
        var means = new EnumMap<Criterion.Code, Double>(Criterion.Code.class);
        matrix.forEach((code, row) -> {
            var logarithms = row.values().stream().mapToDouble(Math::log).sum();
            means.put(code, Math.exp(logarithms / SIZE));
        });
        var sum = means.values().stream().mapToDouble(mean -> mean).sum();
        means.replaceAll((code, mean) -> mean / sum);
        return new PairwiseWeights(means, ratio(matrix, means));
    }

    private static Map<Criterion.Code, Map<Criterion.Code, Double>> matrix(
            Collection<Judgement> judgements) {
        var matrix = new EnumMap<Criterion.Code, Map<Criterion.Code, Double>>(Criterion.Code.class);
        for (var code : Criterion.Code.values()) {
            matrix.put(code, new EnumMap<>(Map.of(code, 1.0)));
        }
        for (var judgement : judgements) {
            put(matrix, judgement.criterion(), judgement.other(), judgement.value());
            put(matrix, judgement.other(), judgement.criterion(), 1 / judgement.value());
        }
        if (judgements.size() != SIZE * (SIZE - 1) / 2) {
            throw new IllegalArgumentException(
                    "Each of the 15 pairs is judged once, not %d of them"
                            .formatted(judgements.size()));
        }
        return matrix;
    }

    private static void put(
            Map<Criterion.Code, Map<Criterion.Code, Double>> matrix,
            Criterion.Code criterion,
            Criterion.Code other,
            double value) {
        var row = Objects.requireNonNull(matrix.get(criterion));
        if (row.put(other, value) != null) {
            throw new IllegalArgumentException(
                    "%s and %s are judged twice".formatted(criterion, other));
        }
    }

    /// The largest eigenvalue is estimated by the mean of (row · weights) / weight.
    private static double ratio(
            Map<Criterion.Code, Map<Criterion.Code, Double>> matrix,
            Map<Criterion.Code, Double> weights) {
        var largest =
                matrix.entrySet().stream()
                        .mapToDouble(row ->
                                row.getValue().entrySet().stream()
                                                .mapToDouble(cell ->
                                                        cell.getValue()
                                                                * weight(weights, cell.getKey()))
                                                .sum()
                                        / weight(weights, row.getKey()))
                        .average()
                        .orElse(SIZE);
        return Math.max(0, (largest - SIZE) / (SIZE - 1) / RANDOM_INDEX);
    }

    private static double weight(Map<Criterion.Code, Double> weights, Criterion.Code code) {
        return Objects.requireNonNull(weights.get(code));
    }

    /// Whether the judgements contradict each other little enough to be used.
    public boolean consistent() {
        return consistencyRatio < MOST;
    }
}
