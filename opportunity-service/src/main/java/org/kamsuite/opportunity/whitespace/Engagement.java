package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an opportunity means for its cell.
///
/// @param replacesHoldingId the holding that a win takes the place of
public record Engagement(
        UUID opportunityId,
        UUID centreId,
        String productCode,
        State state,
        @Nullable LocalDate coolingUntil,
        @Nullable BigDecimal potential,
        @Nullable BigDecimal annualValue,
        int winVersion,
        @Nullable UUID replacesHoldingId) {

    /// How the opportunity stands.
    @Schema(
            name = "EngagementState",
            description =
                    "OPEN is being worked on; WON the customer agreed; LOST the customer declined; DISMISSED we let it be")
    public enum State {
        OPEN,
        WON,
        LOST,
        DISMISSED
    }
}
