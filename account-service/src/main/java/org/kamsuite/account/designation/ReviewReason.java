package org.kamsuite.account.designation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a key account is reviewed.
@Schema(
        name = "ReviewReason",
        description =
                "BREACHES below the threshold for several cycles; VETO a veto was found; REVIEW_OVERDUE no review for too long; LEAVING the customer leaves the programme; REQUESTED somebody asked for it")
public enum ReviewReason {
    BREACHES,
    VETO,
    REVIEW_OVERDUE,
    /// The customer leaves the programme.
    LEAVING,
    REQUESTED;

    /// Whether a demotion need not wait for the least tenure; a veto waives it while it lasts.
    boolean waivesTenure() {
        return this == LEAVING;
    }

    Reason asReason() {
        return switch (this) {
            case BREACHES -> Reason.BREACHES;
            case VETO -> Reason.VETO;
            case REVIEW_OVERDUE -> Reason.REVIEW_OVERDUE;
            case LEAVING -> Reason.LEAVING;
            case REQUESTED -> Reason.REQUESTED;
        };
    }
}
