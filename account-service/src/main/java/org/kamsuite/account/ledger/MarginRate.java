package org.kamsuite.account.ledger;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.ProductCode;

/// The gross margin of the account, or of one product at it, as a share of revenue.
@Embeddable
public record MarginRate(
        @ProductCode @Nullable String productCode,
        @NotNull @DecimalMin("-10") @DecimalMax("1") @Digits(integer = 2, fraction = 4)
                BigDecimal rate,
        @NotNull LocalDate observedOn)
        implements FactContent {}
