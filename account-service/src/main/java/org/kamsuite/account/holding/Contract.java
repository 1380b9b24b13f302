package org.kamsuite.account.holding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.Money;
import org.kamsuite.kit.problem.Concerns;

/// An agreement with a term and a committed annual value.
@Embeddable
public record Contract(
        @NotBlank @Size(max = 100) String number,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @NotNull @Valid @Embedded Money annualValue,
        @Nullable LocalDate noticeGivenOn)
        implements FactContent {
    @AssertTrue(message = "A contract ends after it starts")
    @Concerns("endsOn")
    boolean isEndAfterStart() {
        return endsOn == null || startsOn == null || endsOn.isAfter(startsOn);
    }

    @AssertTrue(message = "An annual value is not negative")
    @Concerns("annualValue/amount")
    boolean isValueNotNegative() {
        return annualValue == null || annualValue.zeroOrMore();
    }
}
