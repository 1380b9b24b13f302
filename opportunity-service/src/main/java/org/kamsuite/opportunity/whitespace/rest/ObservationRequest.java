package org.kamsuite.opportunity.whitespace.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.whitespace.Observation;
import org.kamsuite.opportunity.whitespace.Supply;

/// What somebody found out about a cell; that we serve it follows from holdings alone.
public record ObservationRequest(
        @NotNull UUID centreId,
        @NotBlank @Size(max = 64) String productCode,
        @NotNull Supply supply,
        @Size(max = 200) @Nullable String rival,
        @Nullable LocalDate rivalRenewalOn,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal rivalValue,
        @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 3)
                BigDecimal confidence,
        @Size(max = 300) @Nullable String blockReason,
        @Nullable LocalDate reviewOn,
        @NotNull LocalDate observedOn) {

    @AssertTrue(message = "That we serve a need is said by a holding, not by an observation")
    boolean isNotOurs() {
        return supply != Supply.US;
    }

    @AssertTrue(message = "NOT_APPLICABLE needs blockReason and reviewOn")
    boolean isBlockExplained() {
        return supply != Supply.NOT_APPLICABLE || blockReason != null && reviewOn != null;
    }

    Observation observation() {
        return new Observation(
                centreId,
                productCode,
                supply,
                rival,
                rivalRenewalOn,
                rivalValue,
                confidence.doubleValue(),
                blockReason,
                reviewOn,
                observedOn,
                null);
    }
}
