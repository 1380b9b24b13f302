package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.AccountTree;

class LifetimeValueTest {

    private static final Parameters DEFAULTS = PublishedVectorsTest.DEFAULTS;

    private static Criterion criterion(AccountTree tree, Frame frame) {
        var relationship = Relationship.of(tree).score();
        return LifetimeValue.of(
                LifetimeValue.value(tree, frame, DEFAULTS, relationship), frame, DEFAULTS);
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
        assertThat(criterion.coverage()).isEqualTo(DEFAULTS.estimateCoverage());
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
}
