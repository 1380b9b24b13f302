package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

class CounterfactualsProperties {

    private static final ScoringModel MODEL = Models.DEFAULT;
    private static final double THRESHOLD = MODEL.gate().entryThreshold();

    @Property
    void reachTheThresholdWhenTheShownValueIsPluggedIn(
            @ForAll @Size(8) List<@DoubleRange(min = 0.4, max = 1) Double> values,
            @ForAll @IntRange(min = 0, max = 4) int stage,
            @ForAll boolean shrinking,
            @ForAll boolean singleThreaded) {
        var criteria = criteria(values, stage, shrinking, singleThreaded);

        var found = Counterfactuals.of(criteria, MODEL);

        Statistics.collect(found.size());
        for (var change : found) {
            var target = change.target();
            assertThat(total(criteria, change, target)).isGreaterThanOrEqualTo(THRESHOLD);
            assertThat(total(criteria, change, (change.value() + target) / 2 - 1e-4))
                    .isLessThanOrEqualTo(total(criteria, change, target));
            if (!List.of("stage", "referenceability").contains(change.measure())) {
                assertThat(total(criteria, change, target - 0.01)).isLessThan(THRESHOLD + 0.005);
            }
        }
    }

    @Example
    void promiseNothingThatACapForbids() {
        var values = List.of(0.02, 0.9, 0.9, 0.05, 0.9, 0.9, 0.8, 0.8);

        assertThat(Counterfactuals.of(criteria(values, 2, false, false), MODEL))
                .extracting(Counterfactuals.Counterfactual::measure)
                .contains("headroom");
        assertThat(Counterfactuals.of(criteria(values, 2, true, false), MODEL))
                .extracting(Counterfactuals.Counterfactual::measure)
                .doesNotContain("headroom");
    }

    @Example
    void nameStepsThatThereAre() {
        var values = List.of(1.0, 0.3367, 1.0, 0.5, 0.5, 0.9, 1.0, 1.0);

        assertThat(Counterfactuals.of(criteria(values, 0, true, false), MODEL))
                .extracting(
                        Counterfactuals.Counterfactual::measure,
                        Counterfactuals.Counterfactual::target)
                .containsExactlyInAnyOrder(tuple("stage", 25.0), tuple("referenceability", 50.0));
        assertThat(Counterfactuals.of(criteria(values, 0, true, true), MODEL))
                .extracting(Counterfactuals.Counterfactual::measure)
                .doesNotContain("stage");
    }

    private static double total(
            Map<Criterion.Code, Criterion> criteria,
            Counterfactuals.Counterfactual change,
            double value) {
        var all = new EnumMap<Criterion.Code, Criterion>(criteria);
        var criterion = Objects.requireNonNull(all.get(change.criterion()));
        var part =
                criterion.parts().stream()
                        .filter(each -> each.measure().equals(change.measure()))
                        .findFirst()
                        .orElseThrow();
        all.put(change.criterion(), criterion.having(part.at(value)));
        var total = Sums.of(all.values(), MODEL::weight).total();
        return total == null ? Double.NaN : Rounding.two(total).doubleValue();
    }

    private static Map<Criterion.Code, Criterion> criteria(
            List<Double> values, int stage, boolean shrinking, boolean singleThreaded) {
        var criteria = new EnumMap<Criterion.Code, Criterion>(Criterion.Code.class);
        var growth =
                criterion(
                        Criterion.Code.C4,
                        part(
                                "headroom",
                                values.get(3) * 3,
                                MODEL.growthPotential().headroom(),
                                0.4),
                        part("walletGap", values.get(4), Anchors.SHARE, 0.2));
        var relationship =
                criterion(
                        Criterion.Code.C6,
                        part("stage", stage * 25, Anchors.PERCENT, 0.25),
                        part("people", values.get(6) * 100, Anchors.PERCENT, 0.25),
                        part("satisfaction", values.get(7) * 100, Anchors.PERCENT, 0.25));
        criteria.put(
                Criterion.Code.C1,
                criterion(
                        Criterion.Code.C1,
                        part("revenueShare", values.get(0) / 10, MODEL.revenueShare().share(), 1)));
        criteria.put(
                Criterion.Code.C2,
                criterion(
                        Criterion.Code.C2,
                        part(
                                "lifetimeValue",
                                values.get(1) * 20,
                                MODEL.lifetimeValue().scale(),
                                1)));
        criteria.put(
                Criterion.Code.C3,
                criterion(
                        Criterion.Code.C3,
                        part(
                                "complexRate",
                                values.get(2),
                                MODEL.customisedService().complexRate(),
                                1)));
        criteria.put(Criterion.Code.C4, shrinking ? growth.cappedAt(30, Flag.SHRINKING) : growth);
        criteria.put(
                Criterion.Code.C5,
                criterion(
                        Criterion.Code.C5,
                        part("recognition", values.get(5) * 100, Anchors.PERCENT, 0.7),
                        part("referenceability", 25, Anchors.PERCENT, 0.3)));
        criteria.put(
                Criterion.Code.C6,
                singleThreaded ? relationship.cappedAt(60, Flag.SINGLE_THREADED) : relationship);
        return criteria;
    }

    private static Criterion criterion(Criterion.Code code, Part... parts) {
        return Criterion.of(code, List.of(parts), List.of());
    }

    private static Part part(String measure, double value, Anchors anchors, double weight) {
        return Part.known(measure, value, anchors, weight, Map.of());
    }
}
