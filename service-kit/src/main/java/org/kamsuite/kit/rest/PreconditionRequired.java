package org.kamsuite.kit.rest;

import org.kamsuite.kit.problem.Rejection;

/// A write to something that exists needs the version it was decided on.
final class PreconditionRequired extends Rejection {

    private static final long serialVersionUID = 1L;

    PreconditionRequired() {
        super(
                428,
                "precondition-required",
                "If-Match is needed",
                "A write to an existing resource needs If-Match with the ETag last read");
    }
}
