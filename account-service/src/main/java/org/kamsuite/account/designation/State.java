package org.kamsuite.account.designation;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an account stands on its way to a key account, and back.
@Schema(
        name = "DesignationState",
        description =
                "NONE is no candidate; CANDIDATE is looked at; RECOMMENDED by its verdict; WAITLISTED fits, but there is no room; CONFIRMED is a key account; UNDER_REVIEW is a key account whose place is questioned; DEMOTED was one; REJECTED was turned down")
public enum State {
    NONE,
    CANDIDATE,
    RECOMMENDED,
    WAITLISTED,
    CONFIRMED,
    UNDER_REVIEW,
    DEMOTED,
    REJECTED;

    /// The states that can follow.
    public Set<State> next() {
        return switch (this) {
            case NONE, DEMOTED, REJECTED -> EnumSet.of(CANDIDATE);
            case CANDIDATE -> EnumSet.of(NONE, RECOMMENDED);
            case RECOMMENDED -> EnumSet.of(CONFIRMED, WAITLISTED, REJECTED, CANDIDATE);
            case WAITLISTED -> EnumSet.of(CONFIRMED, CANDIDATE);
            case CONFIRMED -> EnumSet.of(UNDER_REVIEW);
            case UNDER_REVIEW -> EnumSet.of(CONFIRMED, DEMOTED);
        };
    }

    /// Whether an account in this state takes a slot of the programme.
    public boolean holdsASlot() {
        return this == CONFIRMED || this == UNDER_REVIEW;
    }
}
