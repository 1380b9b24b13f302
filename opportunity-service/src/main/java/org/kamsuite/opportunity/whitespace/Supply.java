package org.kamsuite.opportunity.whitespace;

/// Who serves a need today.
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
