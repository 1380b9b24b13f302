package org.kamsuite.account.holding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a win was not booked as a holding.
@Schema(
        name = "WinRefusal",
        description =
                "Why a win was not booked: ACCOUNT_UNKNOWN no such account; CENTRE_UNKNOWN no such buying centre; VALUE_MISSING no annual value; ENDS_BEFORE_START the last day is before the first; FACT_SHEET_FULL the account's fact sheet has no room for one more holding")
public enum Refusal {
    ACCOUNT_UNKNOWN,
    CENTRE_UNKNOWN,
    VALUE_MISSING,
    ENDS_BEFORE_START,
    FACT_SHEET_FULL
}
