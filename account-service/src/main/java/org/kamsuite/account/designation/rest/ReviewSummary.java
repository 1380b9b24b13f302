package org.kamsuite.account.designation.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.Review;
import org.kamsuite.account.designation.ReviewReason;

/// The review, its proposal, and the override or change of owner that came of it.
///
/// @param inFavourOf the waitlisted account for which the proposed demotion makes room
public record ReviewSummary(
        @Nullable ReviewReason reason,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate escalatedOn,
        @Nullable LocalDate overrideUntil,
        @Nullable String proposedBy,
        @Nullable String transitionPlan,
        @Nullable String customerMessage,
        @Nullable UUID newOwnerId,
        @Nullable UUID inFavourOf,
        @Nullable LocalDate ownerChangesOn) {

    static ReviewSummary of(Review review) {
        return new ReviewSummary(
                review.reason(),
                review.dueOn(),
                review.escalatedOn(),
                review.overrideUntil(),
                review.proposedBy(),
                review.transitionPlan(),
                review.customerMessage(),
                review.newOwnerId(),
                review.inFavourOf(),
                review.ownerChangesOn());
    }
}
