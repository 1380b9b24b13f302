package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    private static double sensitivity(List<String> vetoes, @Nullable Double... scores) {
        return Sensitivity.of(
                PublishedVectorsTest.criteria(scores),
                Models.DEFAULT,
                new Qualification.Circumstances(null, 12, false, vetoes));
    }

    @Test
    void countsTheDrawsThatMoveTheTotalOverTheThreshold() {
        assertThat(sensitivity(List.of(), 90.0, 50.0, 70.0, 90.0, 70.0, 50.0)).isBetween(0.3, 0.9);
        assertThat(sensitivity(List.of(), 90.0, 90.0, 90.0, 90.0, 90.0, 90.0)).isEqualTo(1);
    }

    @Test
    void countsTheDrawsThatMoveTheCoverageOverItsThreshold() {
        assertThat(sensitivity(List.of(), 90.0, 90.0, 90.0, null, null, 90.0)).isBetween(0.3, 0.9);
    }

    @Test
    void countsNoMoveOfTheTotalWhereTheDecisionIsAnotherGates() {
        assertThat(sensitivity(List.of("Sanctions"), 90.0, 50.0, 70.0, 90.0, 70.0, 50.0))
                .isEqualTo(1);
        assertThat(sensitivity(List.of(), 100.0, 100.0, 55.0, 59.0, 59.0, 58.0)).isEqualTo(1);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(sensitivity(List.of(), 90.0, 50.0, 70.0, 90.0, 70.0, 50.0))
                .isEqualTo(sensitivity(List.of(), 90.0, 50.0, 70.0, 90.0, 70.0, 50.0));
    }

    @Test
    void takesNoBreadthFromSizeAlone() {
        var model = Models.with("gate", "leastStrongCriteria", 2);

        var big =
                Qualification.of(
                        PublishedVectorsTest.criteria(100.0, 100.0, 59.0, 59.0, 59.0, 59.0),
                        model,
                        new Qualification.Circumstances(null, 12, false, List.of()));

        assertThat(big.strongCriteria()).isEqualTo(2);
        assertThat(big.breadth()).isFalse();
        assertThat(big.recommended()).isFalse();
    }
}
