package org.kamsuite.account.facts;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/// An amount in a currency (ISO 4217).
@Embeddable
public record Money(
        @NotNull @Digits(integer = 15, fraction = 4) BigDecimal amount,
        @NotNull
                @Pattern(
                        regexp = "[A-Z]{3}",
                        message = "A currency is a code of three capital letters (ISO 4217)")
                String currency) {

    /// Whether the amount is zero or more; an amount that is missing breaks another rule.
    public boolean zeroOrMore() {
        return amount == null || amount.signum() >= 0;
    }
}
