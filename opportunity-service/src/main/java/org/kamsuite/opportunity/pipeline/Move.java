package org.kamsuite.opportunity.pipeline;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A move of an opportunity to another state, with its reason; a win says what was agreed.
///
/// @param annualValue in the company's currency
public record Move(
        @NotNull State to,
        @Nullable ReasonCode reasonCode,
        @Size(max = 2000) @Nullable String reason,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal annualValue,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal quantity,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Size(max = 100) @Nullable String contractNumber,
        @Nullable LocalDate notBefore) {

    @AssertTrue(message = "A win needs annualValue and startsOn")
    boolean isWinComplete() {
        return to != State.WON || annualValue != null && startsOn != null;
    }

    @AssertTrue(message = "A win does not end before it starts")
    boolean isEndNotBeforeStart() {
        return startsOn == null || endsOn == null || !endsOn.isBefore(startsOn);
    }

    @AssertTrue(
            message = "A loss needs one of the reason codes PRICE, FIT, NO_BUDGET, TIMING, OTHER")
    boolean isLossExplained() {
        return to != State.LOST || reasonCode != null && reasonCode.ofLoss();
    }

    @AssertTrue(
            message =
                    "A dismissal needs one of the reason codes ALREADY_OWNED, NOT_APPLICABLE, NO_NEED, BAD_TIMING, WRONG_CONTACT, DUPLICATE, OTHER")
    boolean isDismissalExplained() {
        return to != State.DISMISSED || reasonCode != null && reasonCode.ofDismissal();
    }

    @AssertTrue(message = "The reason codes TIMING need notBefore, and OTHER needs reason")
    boolean isReasonComplete() {
        return (reasonCode != ReasonCode.TIMING || notBefore != null)
                && (reasonCode != ReasonCode.OTHER || reason != null);
    }

    /// Why something was lost or dismissed.
    @Schema(
            name = "MoveReason",
            description =
                    "Why it was lost: PRICE too dear; FIT not what is needed; NO_BUDGET no money; TIMING not now. Why it was dismissed: ALREADY_OWNED they have it; NOT_APPLICABLE it cannot apply; NO_NEED there is no need; BAD_TIMING not now; WRONG_CONTACT nobody to speak to; DUPLICATE of another. OTHER as the reason says")
    public enum ReasonCode {
        PRICE(true, false),
        FIT(true, false),
        NO_BUDGET(true, false),
        TIMING(true, false),
        ALREADY_OWNED(false, true),
        NOT_APPLICABLE(false, true),
        NO_NEED(false, true),
        BAD_TIMING(false, true),
        WRONG_CONTACT(false, true),
        DUPLICATE(false, true),
        OTHER(true, true);

        private final boolean loss;
        private final boolean dismissal;

        ReasonCode(boolean loss, boolean dismissal) {
            this.loss = loss;
            this.dismissal = dismissal;
        }

        boolean ofLoss() {
            return loss;
        }

        boolean ofDismissal() {
            return dismissal;
        }
    }
}
