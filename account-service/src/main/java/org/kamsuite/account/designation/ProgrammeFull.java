package org.kamsuite.account.designation;

import org.kamsuite.kit.problem.Conflict;

/// No slot of the programme is free.
final class ProgrammeFull extends Conflict {

    private static final long serialVersionUID = 1L;

    ProgrammeFull(Slots slots) {
        super(
                "programme-full",
                "No slot of the programme is free",
                slots.held() + " of " + slots.total() + " slots are held");
        with("slots", slots);
    }
}
