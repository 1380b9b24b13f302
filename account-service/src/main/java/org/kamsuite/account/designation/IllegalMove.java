package org.kamsuite.account.designation;

import java.util.Collection;
import org.kamsuite.kit.problem.Conflict;

/// The designation cannot move there from where it stands.
final class IllegalMove extends Conflict {

    private static final long serialVersionUID = 1L;

    IllegalMove(State from, String wish, Collection<State> allowed, Collection<Action> actions) {
        super(
                "illegal-move",
                "The designation does not allow this now",
                "A designation in state " + from + " cannot be " + wish);
        with("state", from);
        with("allowed", allowed.stream().sorted().toList());
        with("allowedActions", actions.stream().sorted().toList());
    }
}
