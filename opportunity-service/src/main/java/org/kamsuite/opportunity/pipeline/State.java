package org.kamsuite.opportunity.pipeline;

import java.util.EnumSet;
import java.util.Set;

/// Where an opportunity stands, and where it may go.
public enum State {
    HYPOTHESIS,
    QUALIFIED,
    PROPOSED,
    WON,
    LOST,
    DISMISSED;

    public Set<State> next() {
        return switch (this) {
            case HYPOTHESIS -> EnumSet.of(QUALIFIED, DISMISSED);
            case QUALIFIED -> EnumSet.of(PROPOSED, WON, LOST, DISMISSED);
            case PROPOSED -> EnumSet.of(QUALIFIED, WON, LOST, DISMISSED);
            case WON, LOST -> EnumSet.of(QUALIFIED);
            case DISMISSED -> EnumSet.of(HYPOTHESIS);
        };
    }

    boolean isOpen() {
        return this == HYPOTHESIS || this == QUALIFIED || this == PROPOSED;
    }
}
