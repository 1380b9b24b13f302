package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBuilderTest {

    private static final String STATED =
            "\"marginRates\": [{ \"rate\": %s, \"observedOn\": \"%s\" }%s]";

    @Test
    void knowsTheMarginOfASegmentByItsProductsAlone() {
        var thin = Trees.selling("SENSOR", 3_000, Trees.rate("SENSOR", 0.10, "2026-01-31"));
        var rich = Trees.selling("ADVICE", 1_000, Trees.rate("ADVICE", 0.50, "2026-01-31"));

        var frame = Trees.frame(List.of(thin, rich));

        assertThat(frame.knowsMargins()).isTrue();
        // (3,000 × 0.10 + 1,000 × 0.50) / 4,000
        assertThat(frame.margin("35").orElseThrow()).isCloseTo(0.20, within(1e-9));
    }

    @Test
    void measuresTheSegmentByTheMarginThatItsAccountsAreMeasuredBy() {
        var costed =
                Trees.tree(Trees.revenue(12, 1_000, 600), STATED.formatted(0.9, "2026-01-31", ""));
        var stated = Trees.tree(Trees.revenue(12, 1_000), STATED.formatted(0.2, "2026-01-31", ""));
        var unknown = Trees.tree(Trees.revenue(12, 9_000), "");

        var frame = Trees.frame(List.of(costed, stated, unknown));

        assertThat(frame.margin("35").orElseThrow()).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void ignoresARateOfADayToCome() {
        var ahead = Trees.tree(Trees.revenue(12, 1_000), STATED.formatted(0.9, "2026-11-16", ""));
        var product = Trees.selling("SENSOR", 1_000, Trees.rate("SENSOR", 0.9, "2026-11-16"));
        var both =
                Trees.tree(
                        Trees.revenue(12, 1_000),
                        STATED.formatted(
                                0.9,
                                "2026-11-16",
                                ", { \"rate\": 0.3, \"observedOn\": \"2026-11-15\" }"));

        assertThat(Trees.frame(List.of(ahead, product)).knowsMargins()).isFalse();
        assertThat(Trees.frame(List.of(ahead, product, both)).margin(null).orElseThrow())
                .isCloseTo(0.30, within(1e-9));
    }
}
