package org.kamsuite.kit.problem;

/// The body is larger than the service takes.
final class BodyTooLarge extends Rejection {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super(
                413,
                "body-too-large",
                "The body is too large",
                "The body is larger than the " + limit + " bytes that this service takes");
    }
}
