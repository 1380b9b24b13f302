package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
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
        LocalDate changedOn,
        @Nullable BigDecimal potential,
        @Nullable BigDecimal annualValue,
        int winVersion,
        @Nullable UUID replacesHoldingId) {

    /// Whether nothing is offered on the day after it was lost or dismissed. What was dismissed is
    /// looked at again once something new is known.
    ///
    /// @param newsOn the last day that something was found out about the need, if any
    boolean coolsOn(LocalDate day, Optional<LocalDate> newsOn) {
        return coolingUntil != null
                && coolingUntil.isAfter(day)
                && (state != State.DISMISSED || newsOn.filter(changedOn::isBefore).isEmpty());
    }

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
