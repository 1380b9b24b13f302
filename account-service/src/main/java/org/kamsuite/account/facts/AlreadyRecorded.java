package org.kamsuite.account.facts;

import java.util.UUID;
import org.kamsuite.kit.problem.Conflict;

/// The fact is there already, by another way.
final class AlreadyRecorded extends Conflict {

    private static final long serialVersionUID = 1L;

    AlreadyRecorded(UUID known) {
        super(
                "already-recorded",
                "The fact is recorded already",
                "The fact " + known + " says the same; change that one");
        with("factId", known);
    }
}
