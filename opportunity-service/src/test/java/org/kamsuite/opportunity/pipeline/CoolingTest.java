package org.kamsuite.opportunity.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.RulesFixtures.RULES;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamsuite.opportunity.RulesFixtures;
import org.kamsuite.opportunity.rules.Rules;

class CoolingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);
    private static final LocalDate NEW_BUDGET = LocalDate.of(2027, 4, 1);

    @ParameterizedTest
    @CsvSource({
        "PRICE, 2027-04-30",
        "DUPLICATE, 2027-04-30",
        "OTHER, 2027-04-30",
        "BAD_TIMING, 2027-04-30",
        "FIT, 2027-10-30",
        "ALREADY_OWNED, 2027-10-30",
        "NOT_APPLICABLE, 2027-10-30",
        "NO_NEED, 2027-10-30",
        "WRONG_CONTACT, 2027-01-30",
        "NO_BUDGET, 2027-04-01"
    })
    void lastsByItsReason(Move.ReasonCode reason, LocalDate until) {
        assertThat(until(RULES, reason, null)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"TIMING", "BAD_TIMING"})
    void lastsUntilTheDateThatIsGiven(Move.ReasonCode reason) {
        var given = LocalDate.of(2026, 12, 24);

        assertThat(until(RULES, reason, given)).isEqualTo(given);
    }

    @Test
    void lastsAsLongAsTheCompanySets() {
        assertThat(
                        until(
                                RulesFixtures.with("cooling-price-months", "2"),
                                Move.ReasonCode.PRICE,
                                null))
                .isEqualTo("2026-12-30");
    }

    private static @Nullable LocalDate until(
            Rules rules, Move.ReasonCode reason, @Nullable LocalDate notBefore) {
        return new Cooling(rules, TODAY, NEW_BUDGET)
                .until(new Move(State.LOST, reason, null, null, null, null, null, null, notBefore));
    }
}
