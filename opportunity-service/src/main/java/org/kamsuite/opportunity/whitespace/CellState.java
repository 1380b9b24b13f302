package org.kamsuite.opportunity.whitespace;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a cell of the matrix shows: exactly one, the first that matches.
@Schema(
        name = "CellState",
        description =
                "BLOCKED there is no such need; OWNED_UPSELL we serve it and could serve it better; OWNED we serve it; IN_PURSUIT an opportunity is open; COOLING lost or dismissed not long ago; RIVAL_HELD another supplier serves it; IN_HOUSE the customer does it itself; WHITE nobody serves it; UNKNOWN we do not know")
public enum CellState {
    BLOCKED,
    OWNED_UPSELL,
    OWNED,
    IN_PURSUIT,
    COOLING,
    RIVAL_HELD,
    IN_HOUSE,
    WHITE,
    UNKNOWN;

    static CellState of(Supply supply, Pursuit pursuit, boolean upsell) {
        if (supply == Supply.NOT_APPLICABLE) {
            return BLOCKED;
        }
        if (supply == Supply.US) {
            return upsell ? OWNED_UPSELL : OWNED;
        }
        if (pursuit == Pursuit.OPEN) {
            return IN_PURSUIT;
        }
        if (pursuit == Pursuit.LOST_COOLING) {
            return COOLING;
        }
        return switch (supply) {
            case RIVAL -> RIVAL_HELD;
            case IN_HOUSE -> IN_HOUSE;
            case NONE -> WHITE;
            case UNKNOWN, US, NOT_APPLICABLE -> UNKNOWN;
        };
    }

    /// Whether what is sized here is white space; what we do not know is not.
    boolean isWhiteSpace() {
        return this == WHITE || this == RIVAL_HELD || this == OWNED_UPSELL;
    }
}
