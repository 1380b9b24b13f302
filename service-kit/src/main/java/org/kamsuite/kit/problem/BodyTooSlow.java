package org.kamsuite.kit.problem;

import java.time.Duration;

/// The body has not come to its end in time.
final class BodyTooSlow extends Rejection {

    private static final long serialVersionUID = 1L;

    BodyTooSlow(Duration most) {
        super(
                408,
                "body-too-slow",
                "The body came too slowly",
                "The body was not at its end after "
                        + most.toSeconds()
                        + " s: nothing was done for this request");
    }
}
