package org.kamsuite.opportunity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PriorityProperties {

    @Property
    void liesBetweenZeroAndAHundredAndHalvesHypotheses(
            @ForAll @DoubleRange(max = 1) double value,
            @ForAll @DoubleRange(max = 1) double need,
            @ForAll @DoubleRange(max = 1) double fit,
            @ForAll @DoubleRange(max = 1) double timing,
            @ForAll @DoubleRange(max = 1) double access) {
        var evidenced = Priority.of(value, need, fit, timing, access, true).total();
        var hypothesis = Priority.of(value, need, fit, timing, access, false).total();

        assertThat(evidenced).isBetween(BigDecimal.ZERO, new BigDecimal("100"));
        assertThat(hypothesis.multiply(BigDecimal.TWO).subtract(evidenced).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.02"));
    }

    @Example
    void weighsTheFiveParts() {
        assertThat(Priority.of(1, 0, 0, 0, 0, true).total()).isEqualTo("30.00");
        assertThat(Priority.of(0, 1, 0, 0, 0, true).total()).isEqualTo("25.00");
        assertThat(Priority.of(0, 0, 1, 0, 0, true).total()).isEqualTo("20.00");
        assertThat(Priority.of(0, 0, 0, 1, 0, true).total()).isEqualTo("15.00");
        assertThat(Priority.of(0, 0, 0, 0, 1, true).total()).isEqualTo("10.00");
    }

    @Property
    void growsWithTheExpectedValue(
            @ForAll @DoubleRange(min = 1, max = 1e9) double expected,
            @ForAll @DoubleRange(max = 1e9) double revenue) {
        assertThat(Priority.value(expected, revenue))
                .isBetween(0.0, 1.0)
                .isLessThanOrEqualTo(Priority.value(expected * 2, revenue));
    }
}
