package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QualificationProperties {

    private static final ScoringModel MODEL = Models.DEFAULT;
    private static final Qualification.Circumstances PLAIN =
            new Qualification.Circumstances(null, 12, false, List.of());

    @Property
    void keepsTheTotalBetweenItsBoundsAndZeroToHundred(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 100) Double> scores,
            @ForAll @IntRange(min = 0, max = 5) int missing) {
        var known = scores.toArray(Double[]::new);
        known[missing] = null;

        var result = Qualification.of(PublishedVectorsTest.criteria(known), MODEL, PLAIN);

        var total = Objects.requireNonNull(result.total());

        assertThat(total).isBetween(0.0, 100.0);
        assertThat(result.low()).isLessThanOrEqualTo(total + 1e-9);
        assertThat(result.high()).isGreaterThanOrEqualTo(total - 1e-9);
    }

    @Property
    void keepsEveryTotalThatPartlyKnownCriteriaAllowBetweenTheBounds(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 100) Double> scores,
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 1) Double> coverages,
            @ForAll @DoubleRange(min = 0, max = 100) double unknown) {
        var criteria = PublishedVectorsTest.criteria(scores.toArray(Double[]::new));
        var possible = 0.0;
        var codes = Criterion.Code.values();
        for (var n = 0; n < codes.length; n++) {
            var code = codes[n];
            var coverage = coverages.get(n);
            var score = scores.get(n);
            criteria.put(
                    code,
                    new Criterion(code, score, coverage, 100, List.of(), List.of(), List.of()));
            possible += MODEL.weight(code) / 100 * (coverage * score + (1 - coverage) * unknown);
        }

        var result = Qualification.of(criteria, MODEL, PLAIN);

        assertThat(possible).isBetween(result.low() - 1e-9, result.high() + 1e-9);
        assertThat(Objects.requireNonNull(result.total()))
                .isBetween(result.low() - 1e-9, result.high() + 1e-9);
        assertThat(result.high() - result.low())
                .isCloseTo(100 * (1 - result.coverage()), within(1e-9));
    }

    @Property
    void neverLosesCoverageByAFact(
            @ForAll @Size(6) List<@DoubleRange(min = 0, max = 100) Double> scores,
            @ForAll @IntRange(min = 0, max = 5) int added) {
        var with = scores.toArray(Double[]::new);
        var without = with.clone();
        without[added] = null;

        var before = Qualification.of(PublishedVectorsTest.criteria(without), MODEL, PLAIN);
        var after = Qualification.of(PublishedVectorsTest.criteria(with), MODEL, PLAIN);

        assertThat(after.coverage()).isGreaterThanOrEqualTo(before.coverage());
    }

    @Property
    void neverFallsWhenAMeasureRises(
            @ForAll @DoubleRange(min = -1, max = 40) double lower,
            @ForAll @DoubleRange(min = 0, max = 40) double more) {
        for (var scale :
                List.of(
                        MODEL.revenueShare().share(),
                        MODEL.revenueShare().multiple(),
                        MODEL.lifetimeValue().scale(),
                        MODEL.customisedService().timeShare(),
                        MODEL.customisedService().complexRate(),
                        MODEL.customisedService().bespokeCount(),
                        MODEL.growthPotential().headroom(),
                        MODEL.growthPotential().trend(),
                        MODEL.relationship().tenure())) {
            assertThat(scale.at(lower + more)).isGreaterThanOrEqualTo(scale.at(lower));
            assertThat(scale.at(lower)).isBetween(0.0, 100.0);
        }
    }

    @Property
    void findsTheMeasureThatReachesAScore(@ForAll @DoubleRange(min = 0, max = 100) double score) {
        for (var scale : List.of(MODEL.revenueShare().share(), MODEL.revenueShare().multiple())) {
            var x = scale.reaching(score).orElseThrow();

            assertThat(scale.at(x)).isCloseTo(score, within(1e-9));
        }
    }
}
