package org.kamsuite.account.holding.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of an opportunity, as far as it is read here.
@JsonIgnoreProperties(ignoreUnknown = true)
record OpportunityState(
        UUID opportunityId,
        UUID accountId,
        @Nullable UUID centreId,
        String productCode,
        String type,
        String state,
        boolean held,
        int winVersion,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal annualValue,
        @Nullable String currency,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String contractNumber,
        @Nullable UUID replacesHoldingId,
        @Nullable LocalDate changedOn,
        @Nullable String changedBy,
        @Nullable String reason) {}
