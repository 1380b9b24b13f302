package org.kamsuite.kit.problem;

/// The body has not come to its end in time.
final class BodyTooSlow extends Rejection {

    private static final long serialVersionUID = 1L;

    BodyTooSlow() {
        super(
                408,
                "body-too-slow",
                "The body came too slowly",
                "The body did not come to its end in time: nothing was done for this request");
    }
}
