package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.AccountTree;

class RevenueShareTest {

    private static final ScoringModel DEFAULTS = Models.DEFAULT;
    private static final AccountTree OTHER = Trees.tree(Trees.revenue(12, 1_000, 600), "");

    @Test
    void isMissingWhereNoLineCouldBeConverted() {
        var tree = Trees.tree(Trees.revenue(12, month -> 0.0, 0, 3), "");
        var frame = Trees.frame(List.of(tree, OTHER));

        assertThat(RevenueShare.of(tree, frame, DEFAULTS.revenueShare()).score()).isNull();
        assertThat(LifetimeValue.value(tree, frame, DEFAULTS, null)).isEmpty();
    }

    @Test
    void knowsShareAndValueAsFarAsLinesCouldBeConverted() {
        var tree = Trees.tree(Trees.revenue(12, month -> 1_000.0, 600, 4), "");
        var frame = Trees.frame(List.of(tree, OTHER));

        assertThat(RevenueShare.of(tree, frame, DEFAULTS.revenueShare()).coverage())
                .isEqualTo(0.75);
        assertThat(
                        LifetimeValue.of(
                                        LifetimeValue.value(tree, frame, DEFAULTS, null),
                                        frame,
                                        DEFAULTS.lifetimeValue())
                                .coverage())
                .isEqualTo(0.75);
    }

    @Test
    void sumsUpToOneThoughAnAccountIsYoung() {
        var young = Trees.tree(Trees.revenue(6, 2_000, 600), "");
        var frame = Trees.frame(List.of(young, OTHER));

        assertThat(share(young, frame) + share(OTHER, frame)).isCloseTo(1, within(1e-9));
    }

    private static double share(AccountTree tree, Frame frame) {
        var share =
                RevenueShare.of(tree, frame, DEFAULTS.revenueShare()).parts().getFirst().value();
        return share == null ? Double.NaN : share;
    }

    @Test
    void showsTheMultipleThoughTheShareCounts() {
        var tree = Trees.tree(Trees.revenue(12, 3_000), "");
        var frame = Trees.frame(List.of(tree, OTHER));

        var criterion = RevenueShare.of(tree, frame, DEFAULTS.revenueShare());

        assertThat(criterion.value("multiple")).isCloseTo(1.5, within(1e-9));
        assertThat(criterion.score()).isEqualTo(100);
    }

    @Test
    void measuresTheMultipleWhereTheModelSaysSo() {
        var tree = Trees.tree(Trees.revenue(12, 3_000), "");
        var frame = Trees.frame(List.of(tree, OTHER));
        var model = Models.with("revenueShare", "measure", "multiple").revenueShare();

        var criterion = RevenueShare.of(tree, frame, model);

        assertThat(criterion.score()).isCloseTo(11.92, within(5e-3));
        assertThat(criterion.value("revenueShare")).isCloseTo(0.75, within(1e-9));
    }
}
