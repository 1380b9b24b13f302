package org.kamsuite.opportunity.whitespace;

/// What we are doing about a need.
public enum Pursuit {
    NONE,
    RECOMMENDED,
    OPEN,
    LOST_COOLING
}
