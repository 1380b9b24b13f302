package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LastPurchaseTest {

    @Test
    void fallsBackToTheLatestMonthWhereAnInvoiceLiesAhead() {
        var revenue = Trees.revenue(12, 1_000).replace("2026-10-20", "2027-02-01");
        var tree = Trees.tree(revenue, "");

        assertThat(tree.lastPurchase()).contains(LocalDate.of(2026, 10, 31));
        assertThat(Assessment.notScored(tree, Models.DEFAULT)).isEmpty();
    }

    @Test
    void findsNoneWhereEveryInvoiceLiesAhead() {
        var revenue =
                Trees.revenue(1, 1_000)
                        .replace("2026-10-20", "2027-02-01")
                        .replace(
                                "\"month\": \"2026-10\", \"amount\"",
                                "\"month\": \"2027-02\", \"amount\"");

        assertThat(Assessment.notScored(Trees.tree(revenue, ""), Models.DEFAULT))
                .contains(ReasonCode.NO_REVENUE);
    }
}
