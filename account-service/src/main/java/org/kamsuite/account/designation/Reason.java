package org.kamsuite.account.designation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a designation moved.
@Schema(
        name = "DesignationReason",
        description =
                "Why a designation moved: DOOR_OPEN one of the doors to the programme is open; NOMINATED a lead asked for it; RECOMMENDED_BY_SCORE the verdict recommends it; NOT_RECOMMENDED_FOR_LONG no recommendation for several cycles; BELOW_THRESHOLD the verdict no longer recommends it; APPROVED confirmed by an approver; NO_ROOM no slot is free or no manager has room; REJECTED turned down; BREACHES below the threshold for several cycles; VETO a veto was found; REVIEW_OVERDUE no review for too long; LEAVING the customer leaves the programme; REQUESTED somebody asked for it; RECOVERED the breach is over; OVERRIDDEN kept in spite of it; DEMOTED_BY_TWO proposed by one and approved by another; COOLED_OFF the time after a rejection is over")
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
