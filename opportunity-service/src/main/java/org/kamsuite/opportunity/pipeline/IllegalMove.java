package org.kamsuite.opportunity.pipeline;

import org.kamsuite.kit.problem.Rejection;

/// An opportunity cannot go from its state to that one.
final class IllegalMove extends Rejection {

    private static final long serialVersionUID = 1L;

    IllegalMove(State from, State to) {
        super(
                409,
                "illegal-transition",
                "The transition is not allowed",
                "An opportunity that is " + from + " cannot become " + to);
        with("allowed", from.next());
    }
}
