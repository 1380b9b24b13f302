package org.kamsuite.account.designation;

import java.util.UUID;
import org.kamsuite.kit.problem.Conflict;

/// The score that was decided on has been replaced by one that says otherwise.
final class VerdictChanged extends Conflict {

    private static final long serialVersionUID = 1L;

    VerdictChanged(UUID seen, Verdict present) {
        super(
                "verdict-changed",
                "A newer score says otherwise",
                "The decision rests on the score "
                        + seen
                        + ", but "
                        + present.scoreId()
                        + " has replaced it");
        with("scoreId", present.scoreId());
        with("recommended", present.recommended());
        with("vetoes", present.vetoes());
    }
}
