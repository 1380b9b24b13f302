package org.kamsuite.opportunity.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.SheetFixtures.FINANCE;
import static org.kamsuite.opportunity.SheetFixtures.OPERATIONS;
import static org.kamsuite.opportunity.SheetFixtures.account;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {

    @ParameterizedTest
    @CsvSource({
        "4, 2026-03-31, 2026-04-01",
        "4, 2026-04-01, 2027-04-01",
        "4, 2026-10-30, 2027-04-01",
        "1, 2026-10-30, 2027-01-01",
        "12, 2026-10-30, 2026-12-01"
    })
    void beginsAnewAfterADay(int month, LocalDate day, LocalDate next) {
        assertThat(new FiscalYear(month).nextAfter(day)).isEqualTo(next);
    }

    @Test
    void isThatOfTheCentre() {
        var sheet =
                account(
                        """
                        'centres': [
                          { 'centreId': '%s', 'name': 'Operations', 'area': 'OPERATIONS',
                            'decisionScope': [], 'status': 'ACTIVE', 'fiscalYearStartMonth': 4 },
                          { 'centreId': '%s', 'name': 'Finance', 'area': 'FINANCE',
                            'decisionScope': [], 'status': 'ACTIVE', 'fiscalYearStartMonth': null }]
                        """
                                .formatted(OPERATIONS, FINANCE));

        assertThat(sheet.fiscalYear(OPERATIONS)).contains(new FiscalYear(4));
        assertThat(sheet.fiscalYear(FINANCE)).isEmpty();
    }
}
