package org.kamsuite.scoring.criteria;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/// How little the decision hangs on the exact weights (domain §2.8).
public final class Sensitivity {

    private Sensitivity() {}

    /// The share of draws of the weights within the model's spread under which the whole gate
    /// decides as it does under the model's own.
    public static double of(
            Map<Criterion.Code, Criterion> criteria,
            ScoringModel model,
            Qualification.Circumstances circumstances) {
        var gate = Gate.of(criteria, model, circumstances);
        var all = criteria.values();
        var decision = gate.decide(Sums.of(all, model::weight));
        var random = new SplittableRandom(model.sensitivity().seed());
        var draws = model.sensitivity().draws();
        var same = 0;
        for (var draw = 0; draw < draws; draw++) {
            var weights = drawn(all, model, random);
            same +=
                    gate.decide(Sums.of(all, code -> weights.getOrDefault(code, 0.0)))
                                    .equals(decision)
                            ? 1
                            : 0;
        }
        return (double) same / draws;
    }

    private static Map<Criterion.Code, Double> drawn(
            Collection<Criterion> criteria, ScoringModel model, SplittableRandom random) {
        var spread = model.sensitivity().spread();
        var weights = new EnumMap<Criterion.Code, Double>(Criterion.Code.class);
        for (var criterion : criteria) {
            weights.put(
                    criterion.code(),
                    model.weight(criterion.code()) * random.nextDouble(1 - spread, 1 + spread));
        }
        return weights;
    }
}
