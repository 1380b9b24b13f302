package org.kamsuite.account.ledger;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.kamsuite.account.facts.FactContent;

/// Hours that our team has worked for the account.
@Embeddable
public record ServiceEffort(
        @NotNull LocalDate workedOn,
        @NotNull @PositiveOrZero @Digits(integer = 7, fraction = 2) BigDecimal hours)
        implements FactContent {}
