package org.kamsuite.opportunity.whitespace;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What we are doing about a need.
@Schema(
        name = "Pursuit",
        description =
                "NONE nothing is done; RECOMMENDED it is suggested; OPEN an opportunity is open; LOST_COOLING lost or dismissed not long ago")
public enum Pursuit {
    NONE,
    RECOMMENDED,
    OPEN,
    LOST_COOLING
}
