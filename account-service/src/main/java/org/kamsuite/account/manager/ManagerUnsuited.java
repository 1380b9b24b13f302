package org.kamsuite.account.manager;

import org.kamsuite.kit.problem.Conflict;

/// The manager cannot be given the account, whatever the load.
final class ManagerUnsuited extends Conflict {

    private static final long serialVersionUID = 1L;

    ManagerUnsuited(String detail) {
        super("manager-unsuited", "The manager cannot be given the account", detail);
    }
}
