package org.kamsuite.opportunity.pipeline.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.opportunity.detection.Recommendation;
import org.kamsuite.opportunity.pipeline.Booking;
import org.kamsuite.opportunity.pipeline.Move;
import org.kamsuite.opportunity.pipeline.Opportunity;
import org.kamsuite.opportunity.pipeline.State;

/// An opportunity as it is answered, with the states it may go to.
public record OpportunityResponse(
        UUID id,
        UUID accountId,
        UUID centreId,
        String productCode,
        Recommendation.Type type,
        State state,
        Set<State> allowedActions,
        boolean held,
        boolean evidenced,
        @Nullable BigDecimal potential,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal annualValue,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String contractNumber,
        @Nullable UUID replacesHoldingId,
        int winVersion,
        @Nullable Booking booking,
        @Nullable LocalDate coolingUntil,
        @Schema(implementation = Move.ReasonCode.class) @Nullable String reasonCode,
        @Nullable String reason,
        LocalDate changedOn,
        String changedBy,
        String etag)
        implements Versioned, Identified {

    static OpportunityResponse of(Opportunity o, @Nullable Booking booking) {
        return new OpportunityResponse(
                o.id(),
                o.accountId(),
                o.centreId(),
                o.productCode(),
                Recommendation.Type.valueOf(o.type()),
                o.state(),
                o.allowed(),
                o.held(),
                o.evidenced(),
                o.potential(),
                o.quantity(),
                o.annualValue(),
                o.startsOn(),
                o.endsOn(),
                o.contractNumber(),
                o.replacesHoldingId(),
                o.winVersion(),
                booking,
                o.coolingUntil(),
                o.reasonCode(),
                o.reason(),
                o.changedOn(),
                o.changedBy(),
                o.etag(booking));
    }
}
