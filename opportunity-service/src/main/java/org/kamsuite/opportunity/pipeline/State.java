package org.kamsuite.opportunity.pipeline;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an opportunity stands, and where it may go.
@Schema(
        name = "PipelineState",
        description =
                "HYPOTHESIS is unproven; QUALIFIED has a need and a person; PROPOSED is on the table; WON the customer agreed; LOST the customer declined; DISMISSED we let it be")
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
