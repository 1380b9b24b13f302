package org.kamsuite.account.holding;

/// Why a win was not booked as a holding.
public enum Refusal {
    ACCOUNT_UNKNOWN,
    CENTRE_UNKNOWN,
    VALUE_MISSING,
    ENDS_BEFORE_START
}
