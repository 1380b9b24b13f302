package org.kamsuite.account.designation;

/// Why a key account is reviewed.
public enum ReviewReason {
    BREACHES,
    VETO,
    REVIEW_OVERDUE,
    /// The customer leaves the programme.
    LEAVING,
    REQUESTED;

    /// Whether a demotion need not wait for the least tenure.
    boolean waivesTenure() {
        return this == VETO || this == LEAVING;
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
