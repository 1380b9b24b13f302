package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.WhiteSpace;

class GrowthPotentialTest {

    private static final ScoringModel.GrowthPotential MODEL = Models.DEFAULT.growthPotential();

    private static Part part(String measure, String revenue, WhiteSpace whiteSpace) {
        return GrowthPotential.of(Trees.tree(revenue, ""), Optional.of(whiteSpace), MODEL)
                .parts()
                .stream()
                .filter(part -> part.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static WhiteSpace whiteSpace(
            double value, int sized, int unsized, int applicable, int unknown) {
        return new WhiteSpace(
                1,
                1,
                BigDecimal.valueOf(value),
                sized,
                unsized,
                applicable,
                unknown,
                new BigDecimal("0.25"),
                new BigDecimal("0.40"));
    }

    private static Criterion growing(String fields) {
        return GrowthPotential.of(
                Trees.tree(Trees.revenue(24, 500), fields),
                Optional.of(whiteSpace(6_000, 4, 0, 8, 0)),
                MODEL);
    }

    @Test
    void isCappedForACustomerThatIsInsolventOrShrinksByMoreThanAFifth() {
        // Headroom 70 by 0.40, gap 75 by 0.20, trend 40 by 0.15; the centres are unknown.
        assertThat(growing("").score()).isCloseTo(49 / 0.75, within(1e-9));
        assertThat(growing("\"headcountGrowth\": -0.20").flags()).isEmpty();
        assertThat(growing("\"headcountGrowth\": -0.21").score()).isEqualTo(30);
        assertThat(growing("\"revenueGrowth\": -0.21").flags()).containsExactly("SHRINKING");
        assertThat(growing("\"insolvent\": true").score()).isEqualTo(30);
        assertThat(growing("\"insolvent\": true").flags()).containsExactly("INSOLVENT");
    }

    @Test
    void measuresHeadroomAgainstTheRevenueOfAYoungAccountToo() {
        var headroom = part("headroom", Trees.revenue(2, 500), whiteSpace(1_000, 4, 0, 8, 0));

        assertThat(headroom.value()).isEqualTo(1);
        assertThat(headroom.known()).isEqualTo(1);
    }

    @Test
    void knowsTheHeadroomOnlyAsFarAsCellsAreSized() {
        var headroom = part("headroom", Trees.revenue(12, 500), whiteSpace(1_000, 1, 3, 8, 0));

        assertThat(headroom.known()).isEqualTo(0.25);
    }

    @Test
    void knowsThatThereIsNoHeadroomWithoutWhiteCells() {
        var headroom = part("headroom", Trees.revenue(12, 500), whiteSpace(0, 0, 0, 8, 2));

        assertThat(headroom.normalised()).isEqualTo(0.0);
        assertThat(headroom.known()).isEqualTo(0.75);
    }

    @Test
    void knowsNoHeadroomWhereNoCellIsKnownOrNoneIsSized() {
        assertThat(part("headroom", Trees.revenue(12, 500), whiteSpace(0, 0, 0, 8, 8)).value())
                .isNull();
        assertThat(part("headroom", Trees.revenue(12, 500), whiteSpace(0, 0, 5, 8, 0)).value())
                .isNull();
    }

    @Test
    void knowsTheGapAsFarAsTheWalletIsCovered() {
        var gap = part("walletGap", Trees.revenue(12, 500), whiteSpace(0, 1, 0, 8, 0));

        assertThat(gap.value()).isEqualTo(0.75);
        assertThat(gap.known()).isEqualTo(0.40);
    }

    @Test
    void takesAQuarterWithoutRevenueForAFall() {
        var stopped = List.of(100.0, 100.0, 100.0, 100.0, 0.0, 0.0, 0.0, 0.0);

        assertThat(GrowthPotential.slope(stopped, MODEL).orElseThrow()).isLessThan(-0.5);
        assertThat(GrowthPotential.slope(List.of(100.0, 100.0, 100.0, 100.0), MODEL).orElseThrow())
                .isCloseTo(0, within(1e-9));
        assertThat(GrowthPotential.slope(List.of(100.0, 100.0, 100.0), MODEL)).isEmpty();
        assertThat(GrowthPotential.slope(List.of(0.0, 0.0, 0.0, 0.0), MODEL)).isEmpty();
    }

    @Test
    void knowsTheTrendOnlyForTheQuartersSinceTheFirstPurchase() {
        var trend = part("trend", Trees.revenue(14, 500), whiteSpace(0, 1, 0, 8, 0));

        assertThat(trend.value()).isCloseTo(0, within(1e-9));
        assertThat(trend.known()).isEqualTo(0.5);
    }
}
