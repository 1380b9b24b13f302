package org.kamsuite.kit.rest;

import org.kamsuite.kit.problem.Rejection;

/// The answer does not yet rest on what the caller has written.
final class ProjectionBehind extends Rejection {

    private static final long serialVersionUID = 1L;

    ProjectionBehind(Freshness.Basis have, long epoch, long sequence) {
        super(
                504,
                "projection-behind",
                "The projection is behind",
                "The answer rests on "
                        + have.epoch()
                        + "."
                        + have.sequence()
                        + (have.settled() ? "" : ", not settled")
                        + "; wanted is "
                        + epoch
                        + "."
                        + sequence);
        with("have", have.epoch() + "." + have.sequence());
        with("want", epoch + "." + sequence);
        with("settled", have.settled());
    }
}
