package org.kamsuite.account.holding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;
import org.kamsuite.account.facts.Money;
import org.kamsuite.account.facts.ProductCode;
import org.kamsuite.account.facts.UnderContract;
import org.kamsuite.kit.problem.Concerns;

/// A product edition that a buying centre has from us.
///
/// @param observedOn the day on which somebody last saw that the centre uses it
@Embeddable
public record Holding(
        @NotNull UUID centreId,
        @NotNull @ProductCode String productCode,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal quantity,
        @NotNull @Valid @Embedded Money annualValue,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate renewalOn,
        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
                @Nullable BigDecimal utilisation,
        @Nullable UUID contractId,
        @Nullable LocalDate observedOn)
        implements FactContent, InCentre, UnderContract {

    @AssertTrue(message = "A holding does not end before it starts")
    @Concerns("endsOn")
    boolean isEndNotBeforeStart() {
        return endsOn == null || startsOn == null || !endsOn.isBefore(startsOn);
    }

    @AssertTrue(message = "An annual value is not negative")
    @Concerns("annualValue/amount")
    boolean isValueNotNegative() {
        return annualValue == null || annualValue.zeroOrMore();
    }

    boolean lastsBeyond(LocalDate day) {
        return endsOn == null || endsOn.isAfter(day);
    }

    /// The holding, ended on that day, or on its first if that is later.
    Holding endingOn(LocalDate day) {
        return lastingTo(day.isBefore(startsOn) ? startsOn : day);
    }

    Holding lastingTo(@Nullable LocalDate end) {
        return new Holding(
                centreId,
                productCode,
                quantity,
                annualValue,
                startsOn,
                end,
                renewalOn,
                utilisation,
                contractId,
                observedOn);
    }
}
