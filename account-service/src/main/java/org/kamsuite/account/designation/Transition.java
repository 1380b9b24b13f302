package org.kamsuite.account.designation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A move of a designation: the fact that is kept for ever.
record Transition(
        UUID account,
        State from,
        State to,
        Reason reason,
        Decision decision,
        @Nullable UUID scoreId,
        @Nullable Integer modelVersion,
        @Nullable Demotion demotion) {

    Transition with(Demotion agreed) {
        return new Transition(account, from, to, reason, decision, scoreId, modelVersion, agreed);
    }
}
