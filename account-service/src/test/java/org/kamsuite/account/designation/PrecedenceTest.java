package org.kamsuite.account.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamsuite.account.designation.DesignationFixtures.RULES;
import static org.kamsuite.account.designation.DesignationFixtures.unsettled;
import static org.kamsuite.account.designation.DesignationFixtures.verdict;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    @Test
    void takesAMarginOfTenAboveTheLowestUnderReview() {
        var enough = precedence("62.50", "52.50", "54.00");
        var tooLittle = precedence("62.49", "52.50", "54.00");

        assertThatCode(() -> enough.require(RULES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> tooLittle.require(RULES))
                .isInstanceOfSatisfying(
                        NoPrecedence.class,
                        refused ->
                                assertThat(refused.problem().members())
                                        .containsEntry("total", new BigDecimal("62.49"))
                                        .containsEntry("lowestTotal", new BigDecimal("52.50"))
                                        .containsEntry("margin", new BigDecimal("10")));
    }

    @Test
    void letsOnlyTheLowestUnderReviewLeave() {
        var refused = precedence("90", "54.00", "52.50");

        assertThatThrownBy(() -> refused.require(RULES))
                .isInstanceOf(NoPrecedence.class)
                .hasMessageContaining("lowest");
    }

    @Test
    void isForWaitlistedAccountsOnly() {
        var recommended =
                Precedence.of(
                        State.RECOMMENDED, new BigDecimal("90"), new BigDecimal("40"), List.of());

        assertThatThrownBy(() -> recommended.require(RULES))
                .isInstanceOf(NoPrecedence.class)
                .hasMessageContaining("RECOMMENDED");
    }

    @Test
    void restsOnSettledTotals() {
        var leaving = new BigDecimal("50");
        var othersUnsettled =
                Precedence.of(
                        State.WAITLISTED,
                        new BigDecimal("80"),
                        leaving,
                        List.of(unsettled("10"), verdict("55")));
        var unknown = Precedence.of(State.WAITLISTED, null, leaving, List.of());

        assertThatCode(() -> othersUnsettled.require(RULES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> unknown.require(RULES)).isInstanceOf(NoPrecedence.class);
    }

    @Property
    void holdsJustWhereTheLowestLeavesAndTheMarginIsKept(
            @ForAll @IntRange(min = 0, max = 100) int total,
            @ForAll @IntRange(min = 0, max = 100) int leaving,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 100) Integer> others) {
        var precedence =
                precedence(
                        Integer.toString(total),
                        Integer.toString(leaving),
                        others.stream().map(String::valueOf).toArray(String[]::new));

        var holds = others.stream().allMatch(other -> leaving <= other) && total - leaving >= 10;

        if (holds) {
            assertThatCode(() -> precedence.require(RULES)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> precedence.require(RULES)).isInstanceOf(NoPrecedence.class);
        }
    }

    private static Precedence precedence(String total, String leaving, String... others) {
        return Precedence.of(
                State.WAITLISTED,
                new BigDecimal(total),
                new BigDecimal(leaving),
                List.of(others).stream().map(DesignationFixtures::verdict).toList());
    }
}
