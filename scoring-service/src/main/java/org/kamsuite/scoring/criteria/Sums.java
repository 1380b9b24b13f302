package org.kamsuite.scoring.criteria;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The criteria summed up under weights.
///
/// @param weight all weight
/// @param known the weight of the criteria that have a score
/// @param covered the known weight, each criterion counted by its own coverage
/// @param low the weighted scores, each counted by its coverage: the unknown valued at 0
/// @param sum the weighted scores
record Sums(double weight, double known, double covered, double low, double sum) {

    static Sums of(Collection<Criterion> criteria, ToDoubleFunction<Criterion.Code> weights) {
        var weight = 0.0;
        var known = 0.0;
        var covered = 0.0;
        var low = 0.0;
        var sum = 0.0;
        for (var criterion : criteria) {
            var own = weights.applyAsDouble(criterion.code());
            weight += own;
            var score = criterion.score();
            if (score != null) {
                known += own;
                covered += own * criterion.coverage();
                low += own * criterion.coverage() * score;
                sum += own * score;
            }
        }
        return new Sums(weight, known, covered, low, sum);
    }

    @Nullable Double total() {
        return known == 0 ? null : sum / known;
    }

    double coverage() {
        return covered / weight;
    }

    /// Whether the total, as stored, reaches the threshold.
    boolean reaches(double threshold) {
        return known > 0 && Rounding.two(sum / known).doubleValue() >= threshold;
    }

    /// Whether the coverage, as stored, does.
    boolean isCovered(double least) {
        return Rounding.places(coverage(), 4).doubleValue() >= least;
    }
}
