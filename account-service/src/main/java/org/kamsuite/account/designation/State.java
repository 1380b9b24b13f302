package org.kamsuite.account.designation;

import java.util.EnumSet;
import java.util.Set;

/// Where an account stands on its way to a key account, and back.
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
