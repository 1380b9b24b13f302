package org.kamsuite.opportunity.pipeline.rest;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.detection.Recommendation;
import org.kamsuite.opportunity.pipeline.Opportunity;

/// What is needed to open an opportunity; the potential is in the company's currency a year.
public record OpenOpportunityRequest(
        @NotNull UUID accountId,
        @NotNull UUID centreId,
        @NotBlank @Size(max = 64) String productCode,
        @NotNull Recommendation.Type type,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal potential) {

    Opportunity.Offer offer() {
        return new Opportunity.Offer(
                accountId, centreId, productCode, type.name(), false, false, potential, null);
    }
}
