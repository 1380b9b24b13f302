package org.kamsuite.account.designation;

/// Why a designation moved.
public enum Reason {
    /// One of the doors to the programme is open.
    DOOR_OPEN,
    NOMINATED,
    RECOMMENDED_BY_SCORE,
    NOT_RECOMMENDED_FOR_LONG,
    BELOW_THRESHOLD,
    APPROVED,
    /// No slot is free, or no manager has room.
    NO_ROOM,
    REJECTED,
    BREACHES,
    VETO,
    REVIEW_OVERDUE,
    /// The customer leaves the programme.
    LEAVING,
    REQUESTED,
    RECOVERED,
    OVERRIDDEN,
    DEMOTED_BY_TWO,
    COOLED_OFF
}
