package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked examples of the specification (docs/scoring.md).
class PublishedVectorsTest {

    static final ScoringModel DEFAULTS = Models.DEFAULT;

    private static final Qualification.Circumstances ESTABLISHED =
            new Qualification.Circumstances(null, 12, false, List.of());

    static Map<Criterion.Code, Criterion> criteria(@Nullable Double... scores) {
        var criteria = new EnumMap<Criterion.Code, Criterion>(Criterion.Code.class);
        var place = 0;
        for (var code : Criterion.Code.values()) {
            var score = scores[place];
            criteria.put(
                    code,
                    new Criterion(
                            code,
                            score,
                            score == null ? 0 : 1,
                            100,
                            List.of(),
                            List.of(),
                            List.of()));
            place++;
        }
        return criteria;
    }

    @Test
    void valuesARevenueShareOfThreePointTwoPercentAt78() {
        assertThat(DEFAULTS.revenueShare().share().at(0.032)).isCloseTo(78.0, within(1e-9));
    }

    @Test
    void valuesTenEqualSlicesAt67Point7() {
        assertThat(DEFAULTS.revenueShare().multiple().at(10)).isCloseTo(67.7, within(5e-3));
    }

    @Test
    void discountsRetainedMargins() {
        assertThat(LifetimeValue.infinite(1, 0.8, 0.1)).isCloseTo(2.667, within(5e-4));
        assertThat(LifetimeValue.forward(1, 0.8, 0.1, 0, 5)).isCloseTo(2.124, within(5e-4));
        assertThat(LifetimeValue.infinite(120_000, 0.9, 0.1)).isCloseTo(540_000, within(5e-3));
        assertThat(LifetimeValue.forward(120_000, 0.9, 0.1, 0, 5))
                .isCloseTo(342_010.17, within(5e-3));
        assertThat(LifetimeValue.forward(120_000, 0.9, 0.1, 0.05, 5))
                .isCloseTo(370_721.59, within(5e-3));
    }

    @Test
    void valuesALifetimeValueOf3Point8MediansAt53() {
        assertThat(DEFAULTS.lifetimeValue().scale().at(3.8001)).isCloseTo(53.43, within(5e-3));
    }

    @Test
    void valuesSixActiveYearsAt80() {
        assertThat(DEFAULTS.relationship().tenure().at(6)).isEqualTo(80);
    }

    @Test
    void weighsTheKnownCriteria() {
        var qualification =
                Qualification.of(
                        criteria(
                                78.0,
                                DEFAULTS.lifetimeValue().scale().at(3.8001),
                                64.0,
                                71.0,
                                75.0,
                                62.0),
                        DEFAULTS,
                        ESTABLISHED);

        assertThat(Rounding.two(nonNull(qualification.total()))).hasToString("66.79");
        assertThat(Rounding.two(nonNull(qualification.attractiveness()))).hasToString("67.98");
        assertThat(qualification.coverage()).isEqualTo(1);
        assertThat(qualification.breadth()).isTrue();
        assertThat(qualification.recommended()).isFalse();
    }

    @Test
    void weighs90WithoutCredibility() {
        var qualification =
                Qualification.of(
                        criteria(
                                78.0,
                                DEFAULTS.lifetimeValue().scale().at(3.8001),
                                64.0,
                                71.0,
                                null,
                                62.0),
                        DEFAULTS,
                        ESTABLISHED);

        assertThat(qualification.coverage()).isCloseTo(0.90, within(1e-9));
        assertThat(Rounding.two(nonNull(qualification.total()))).hasToString("65.87");
    }

    @Test
    void doesNotRecommendABigButFlatAccount() {
        var qualification =
                Qualification.of(
                        criteria(100.0, 40.0, 20.0, 15.0, null, 30.0), DEFAULTS, ESTABLISHED);

        assertThat(Rounding.two(nonNull(qualification.total()))).hasToString("43.33");
        assertThat(qualification.coverage()).isCloseTo(0.90, within(1e-9));
        assertThat(qualification.low()).isCloseTo(39.0, within(1e-9));
        assertThat(qualification.high()).isCloseTo(49.0, within(1e-9));
        assertThat(qualification.recommended()).isFalse();
    }

    @Test
    void recommendsAnEmergingAccountOnItsOwnTrack() {
        var qualification =
                Qualification.of(
                        criteria(20.0, 55.0, 60.0, 95.0, 90.0, 40.0), DEFAULTS, ESTABLISHED);

        assertThat(Rounding.two(nonNull(qualification.total()))).hasToString("57.00");
        assertThat(Rounding.two(nonNull(qualification.attractiveness()))).hasToString("61.25");
        assertThat(qualification.recommended()).isFalse();
        assertThat(qualification.recommendedAsEmerging()).isTrue();
    }

    @Test
    void recommendsOnlyWithBreadth() {
        var broad =
                Qualification.of(
                        criteria(90.0, 90.0, 60.0, 70.0, 40.0, 60.0), DEFAULTS, ESTABLISHED);
        var narrow =
                Qualification.of(
                        criteria(100.0, 100.0, 55.0, 59.99, 59.0, 59.0), DEFAULTS, ESTABLISHED);

        assertThat(broad.recommended()).isTrue();
        assertThat(narrow.recommended()).isFalse();
        assertThat(narrow.reasons())
                .extracting(Qualification.Reason::code)
                .containsExactly("TOO_FEW_STRONG_CRITERIA");
    }

    @Test
    void letsAVetoBlockTheRecommendationButNotTheScore() {
        var vetoed =
                Qualification.of(
                        criteria(90.0, 90.0, 60.0, 70.0, 40.0, 60.0),
                        DEFAULTS,
                        new Qualification.Circumstances(null, 12, false, List.of("Sanctions")));

        assertThat(vetoed.recommended()).isFalse();
        assertThat(vetoed.total()).isEqualTo(72.0);
    }

    @Test
    void changesTheBoxOnlyBeyondTheBand() {
        var nearly =
                Qualification.of(
                        criteria(58.0, 58.0, 58.0, 58.0, 58.0, 62.0), DEFAULTS, ESTABLISHED);

        assertThat(nearly.box(DEFAULTS, null)).contains(Qualification.Box.STATUS);
        assertThat(nearly.box(DEFAULTS, Qualification.Box.STRATEGIC))
                .contains(Qualification.Box.STRATEGIC);
        assertThat(nearly.box(DEFAULTS, Qualification.Box.STREAMLINE))
                .contains(Qualification.Box.STREAMLINE);
    }

    private static double nonNull(@Nullable Double value) {
        assertThat(value).isNotNull();
        return value == null ? Double.NaN : value;
    }
}
