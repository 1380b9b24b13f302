package org.kamsuite.account.designation;

import org.kamsuite.kit.problem.Conflict;

/// A condition of the move is not met.
final class GuardBroken extends Conflict {

    private static final long serialVersionUID = 1L;

    GuardBroken(String type, String detail) {
        super(type, "A condition of the move is not met", detail);
    }
}
