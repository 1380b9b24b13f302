package org.kamsuite.opportunity.whitespace.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// What is spent on a product in a centre in a year, in the company's currency.
public record WalletStatementRequest(
        @NotNull UUID centreId,
        @NotBlank @Size(max = 64) String productCode,
        @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal annualValue,
        @NotNull WalletEstimate.Basis basis,
        @NotNull LocalDate statedOn) {

    @AssertTrue(message = "A statement is CUSTOMER_STATED or SELLER_VALIDATED")
    boolean isStatement() {
        return basis == null
                || basis == WalletEstimate.Basis.CUSTOMER_STATED
                || basis == WalletEstimate.Basis.SELLER_VALIDATED;
    }
}
