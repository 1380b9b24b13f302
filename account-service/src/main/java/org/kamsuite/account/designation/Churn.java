package org.kamsuite.account.designation;

import java.math.BigDecimal;

/// How the list of key accounts has changed in a quarter.
///
/// @param atStart key accounts when the quarter began
/// @param demoted since then
record Churn(int atStart, int demoted) {

    /// Refuses one more demotion where too many were made; one always may be.
    void requireOneMore(ProgrammeConfig rules) {
        var most = Math.max(1, rules.churnShare().multiply(BigDecimal.valueOf(atStart)).intValue());
        if (demoted >= most) {
            throw new GuardBroken(
                    "too-much-churn",
                    demoted
                            + " of "
                            + atStart
                            + " key accounts were demoted in this quarter; at most "
                            + most
                            + " may be");
        }
    }
}
