package org.kamsuite.opportunity.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kamsuite.opportunity.RulesFixtures.RULES;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.opportunity.RulesFixtures;

class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);

    @Test
    void areThoseOfTheDomainUnlessACompanySetsOthers() {
        assertThat(RULES).isEqualTo(new Rules(12, 0.3, 12, 180, 12, 12, 5, 1.2, 6, 12, 3));
        assertThat(RulesFixtures.with("lock-months", "24"))
                .isEqualTo(new Rules(12, 0.3, 24, 180, 12, 12, 5, 1.2, 6, 12, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half-life-months",
                "lock-months",
                "window-days",
                "observed-months",
                "dislike-months",
                "affinity-holders",
                "affinity-lift",
                "cooling-price-months",
                "cooling-fit-months",
                "cooling-contact-months"
            })
    void refuseWhatIsNotPositive(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulesFixtures.with(setting, "0"))
                .withMessageStartingWith(setting + " is positive, not 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "NaN"})
    void refuseAConfidenceThatIsNoShare(String confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulesFixtures.with("least-confidence", confidence))
                .withMessage("least-confidence lies in [0, 1], not " + confidence);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-29, false", "2026-10-30, true", "2027-04-28, true", "2027-04-29, false"})
    void openAWindowForAHundredAndEightyDays(LocalDate day, boolean open) {
        assertThat(RULES.isOpen(TODAY, day)).isEqualTo(open);
    }
}
