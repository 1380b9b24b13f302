package org.kamsuite.account.ledger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.Money;
import org.kamsuite.account.facts.ProductCode;
import org.kamsuite.kit.problem.Concerns;

/// A line of an invoice: recognised net revenue, negative for a credit; the cost is in the same
/// currency.
@Embeddable
public record RevenueLine(
        @NotNull LocalDate invoicedOn,
        @ProductCode @Nullable String productCode,
        @NotNull @Valid @Embedded Money amount,
        @Digits(integer = 15, fraction = 4) @Nullable BigDecimal cost,
        boolean recurring)
        implements FactContent {

    @AssertTrue(message = "A cost is not negative where the amount is not")
    @Concerns("cost")
    boolean isCostNotNegative() {
        return cost == null || cost.signum() >= 0 || amount == null || !amount.zeroOrMore();
    }
}
