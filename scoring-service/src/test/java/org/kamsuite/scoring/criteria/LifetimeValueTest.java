package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.AccountTree;

class LifetimeValueTest {

    private static final ScoringModel DEFAULTS = Models.DEFAULT;

    private static Criterion criterion(AccountTree tree, Frame frame) {
        var relationship = Relationship.of(tree, DEFAULTS.relationship()).score();
        return LifetimeValue.of(
                LifetimeValue.value(tree, frame, DEFAULTS, relationship),
                frame,
                DEFAULTS.lifetimeValue());
    }

    @Test
    void scoresALossZeroThoughMostAccountsMakeOne() {
        var loss = Trees.tree(Trees.revenue(12, 1_000, 1_500), "");
        var gain = Trees.tree(Trees.revenue(12, 1_000, 600), "");
        var frame = Trees.frame(List.of(loss, loss, gain));

        assertThat(criterion(loss, frame).score()).isZero();
        assertThat(criterion(loss, frame).coverage()).isEqualTo(1);
        assertThat(criterion(loss, frame).flags()).containsExactly("UNPROFITABLE");
        assertThat(criterion(gain, frame).score()).isCloseTo(25.0, within(1e-9));
    }

    @Test
    void scoresALossZeroWithoutAnyMedian() {
        var loss = Trees.tree(Trees.revenue(12, 1_000, 1_500), "");
        var frame = Trees.frame(List.of(loss));

        assertThat(frame.lifetimeValueMedian()).isNull();
        assertThat(criterion(loss, frame).score()).isZero();
    }

    @Test
    void comparesRevenueWhereNoMarginIsKnownAtAll() {
        var usual = Trees.tree(Trees.revenue(12, 1_000), "");
        var large = Trees.tree(Trees.revenue(12, 3_000), "");
        var frame = Trees.frame(List.of(usual, usual, large));

        var criterion = criterion(large, frame);

        assertThat(criterion.score()).isCloseTo(50.0, within(1e-9));
        assertThat(criterion.coverage()).isEqualTo(DEFAULTS.lifetimeValue().estimateCoverage());
        assertThat(criterion.flags()).containsExactly("MARGIN_ESTIMATED");
        var value = LifetimeValue.value(large, frame, DEFAULTS, null).orElseThrow();
        assertThat(value.forwardMargin()).isNull();
    }

    @Test
    void isMissingWithoutHistory() {
        var young = Trees.tree(Trees.revenue(2, 1_000, 600), "");
        var frame = Trees.frame(List.of(young, Trees.tree(Trees.revenue(12, 1_000, 600), "")));

        assertThat(criterion(young, frame).score()).isNull();
    }

    private static LifetimeValue.Value value(AccountTree tree) {
        return LifetimeValue.value(tree, Trees.frame(List.of(tree)), DEFAULTS, null).orElseThrow();
    }

    private static String contract(String endsOn, String noticeGivenOn) {
        return """
        "contracts": [{ "contractId": "01938b1c-0000-7000-8000-0000000000d1",
            "startsOn": "2024-01-01", "endsOn": "%s", "annualValue": 6000, "noticeGivenOn": %s }]
        """
                .formatted(endsOn, noticeGivenOn);
    }

    @Test
    void losesThePartUnderAContractThatEndsWithNotice() {
        var revenue = Trees.revenue(12, 1_000, 600);
        var staying = value(Trees.tree(revenue, contract("2027-01-01", "null")));
        var leaving = value(Trees.tree(revenue, contract("2027-01-01", "\"2026-11-01\"")));
        var gone = value(Trees.tree(revenue, contract("2025-06-01", "\"2025-03-01\"")));

        assertThat(leaving.leavingShare()).isCloseTo(0.5, within(1e-9));
        assertThat(leaving.forwardMargin())
                .isCloseTo(staying.forwardRevenue() * 0.4 / 2, within(1e-6));
        assertThat(leaving.leavingContracts())
                .extracting(Fact::on)
                .containsExactly(LocalDate.of(2026, 11, 1));
        assertThat(gone.leavingShare()).isZero();
    }

    @Test
    void countsContractedRevenueOnce() {
        var revenue = Trees.revenue(12, 1_000, 600);

        assertThat(value(Trees.tree(revenue, contract("2029-01-01", "null"))).forwardRevenue())
                .isEqualTo(value(Trees.tree(revenue, "")).forwardRevenue());
    }

    @Test
    void hasBothValuesOfTheWholeRelationship() {
        var value = value(Trees.tree(Trees.revenue(12, 1_000, 600), ""));
        var years = LifetimeValue.forward(1, 0.8, 0, 0, 5);
        var discounted = LifetimeValue.forward(1, 0.8, 0.1, 0, 5);

        assertThat(value.lifetimeRevenue()).isCloseTo(12_000 * (1 + years), within(1e-6));
        assertThat(value.lifetimeMargin()).isCloseTo(4_800 * (1 + discounted), within(1e-6));
    }

    @Test
    void takesTheMarginOfTheProductsWhereTheAccountsIsUnknown() {
        var usual = Trees.selling("SENSOR", 1_000, Trees.rate("SENSOR", 0.30, "2026-01-31"));
        var large = Trees.selling("SENSOR", 3_000, Trees.rate("SENSOR", 0.10, "2026-01-31"));
        var unknown = Trees.selling("SENSOR", 2_000, Trees.rate("OTHER", 0.90, "2026-01-31"));
        var frame = Trees.frame(List.of(usual, large, unknown));

        // Of revenue it has three medians, of margin one.
        var ofProducts = criterion(large, frame);
        // The segment earns (12 × 300 + 12 × 300) / (12 × 4,000) = 0.15.
        var ofSegment = criterion(unknown, frame);

        assertThat(ofProducts.score()).isCloseTo(25.0, within(1e-9));
        assertThat(ofProducts.coverage()).isEqualTo(1);
        assertThat(ofProducts.flags()).isEmpty();
        assertThat(ofProducts.toCollect()).isEmpty();
        assertThat(ofProducts.parts().getFirst().facts())
                .containsEntry("marginRate", new BigDecimal("0.1000"))
                .containsEntry("marginBasis", "PRODUCT_MARGIN");
        assertThat(ofSegment.score()).isCloseTo(25.0, within(1e-9));
        assertThat(ofSegment.coverage()).isEqualTo(0.5);
        assertThat(ofSegment.flags()).containsExactly("MARGIN_ESTIMATED");
        assertThat(ofSegment.parts().getFirst().facts())
                .containsEntry("marginRate", new BigDecimal("0.1500"))
                .containsEntry("marginBasis", "SEGMENT_MARGIN");
    }

    @Test
    void takesTheCostToServeOffTheMargin() {
        var value = value(Trees.tree(Trees.revenue(12, 1_000, 600), "\"costToServe\": 1800"));

        assertThat(value.annualMargin()).isCloseTo(4_800 - 1_800, within(1e-9));
        // Five years of r = 0.8 and d = 0.1 are 2.124 times the first.
        assertThat(value.forwardMargin()).isCloseTo(3_000 * 2.124, within(2.0));
    }

    @Test
    void takesTheRetentionOfTheSegmentAboveWhereTheCohortIsSmall() {
        var frame =
                new Frame(
                        1,
                        "2026-Q4",
                        1,
                        1,
                        1,
                        1.0,
                        Map.of(
                                "35.1", new Frame.Segment(null, 29, 0.6),
                                "35", new Frame.Segment(0.4, 30, 0.7),
                                "*", new Frame.Segment(0.5, 900, 0.9)),
                        Map.of());
        var model = DEFAULTS.lifetimeValue();

        assertThat(frame.retention("35.1", model)).isEqualTo(0.7);
        assertThat(frame.margin("35.1")).contains(0.4);
        assertThat(frame.retention("36", model)).isEqualTo(0.9);
        assertThat(frame.retention(null, model)).isEqualTo(0.9);
    }
}
