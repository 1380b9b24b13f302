package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringModelTest {

    @Test
    void weighsEveryCriterion() {
        assertThat(Models.DEFAULT.weights().values().stream().mapToDouble(weight -> weight).sum())
                .isEqualTo(100);
    }

    @Test
    void refusesValuesThatMeanNothing() {
        refuses("gate", "entryThreshold", 170, "entryThreshold lies in [0, 100], not 170.0");
        refuses("gate", "exitThreshold", 71, "exitThreshold is no entry, not 71.0");
        refuses("revenueShare", "measure", "size", "revenueShare or multiple, not size");
        refuses("revenueShare", "share", new double[][] {{0, 50}, {1, 40}}, "ascend");
        refuses("revenueShare", "multiple", new double[][] {{0, 0}, {30, 100}}, "(0.0, 0.0)");
        refuses("customisedService", "hours", Map.of(), "standard hours for the type *");
        refuses("relationship", "parts", Map.of("tenure", -1), "Weights are zero or more");
        refuses("sensitivity", "spread", 1, "spread lies in ]0, 1[");
    }

    private static void refuses(String section, String field, Object value, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.with(section, field, value))
                .withMessageContaining(why);
    }
}
