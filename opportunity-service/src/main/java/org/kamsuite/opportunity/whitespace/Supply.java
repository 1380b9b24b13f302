package org.kamsuite.opportunity.whitespace;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who serves a need today.
@Schema(
        name = "Supply",
        description =
                "US we serve it; RIVAL another supplier does; IN_HOUSE the customer does it itself; NONE nobody, though the need exists or is plausible; NOT_APPLICABLE there is no such need; UNKNOWN we do not know")
public enum Supply {
    /// We do.
    US,
    /// Another supplier does.
    RIVAL,
    /// The customer does it itself.
    IN_HOUSE,
    /// Nobody, though the need exists or is plausible.
    NONE,
    /// There is no such need.
    NOT_APPLICABLE,
    /// We do not know: work for the manager, not revenue.
    UNKNOWN
}
