package org.kamsuite.account.manager;

import org.kamsuite.kit.problem.Conflict;

/// The manager cannot carry one more account.
final class ManagerFull extends Conflict {

    private static final long serialVersionUID = 1L;

    ManagerFull(String name, Load after) {
        super(
                "manager-full",
                "The manager has no room for the account",
                name
                        + " would carry "
                        + after.accounts()
                        + " of at most "
                        + after.hardLimit()
                        + " accounts and "
                        + after.hours()
                        + " of "
                        + after.availableHours()
                        + " hours a month");
        with("loadAfter", after);
    }
}
