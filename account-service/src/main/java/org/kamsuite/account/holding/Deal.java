package org.kamsuite.account.holding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Money;

/// What was agreed in an opportunity, as far as it becomes a holding.
record Deal(
        UUID opportunityId,
        UUID accountId,
        @Nullable UUID centreId,
        String productCode,
        boolean won,
        int winVersion,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal annualValue,
        @Nullable String currency,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String contractNumber,
        @Nullable UUID replacesHoldingId,
        LocalDate changedOn,
        String changedBy) {

    LocalDate start() {
        return Objects.requireNonNullElse(startsOn, changedOn);
    }

    /// Why no holding can be made of it, if none can.
    Optional<Refusal> refusal() {
        if (annualValue == null || currency == null || annualValue.signum() < 0) {
            return Optional.of(Refusal.VALUE_MISSING);
        }
        return endsOn != null && endsOn.isBefore(start())
                ? Optional.of(Refusal.ENDS_BEFORE_START)
                : Optional.empty();
    }

    Holding holding(UUID centre, @Nullable UUID contract) {
        var value =
                new Money(Objects.requireNonNull(annualValue), Objects.requireNonNull(currency));
        return new Holding(
                centre,
                productCode,
                quantity,
                value,
                start(),
                endsOn,
                endsOn,
                null,
                contract,
                null);
    }
}
