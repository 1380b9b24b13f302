package org.kamsuite.kit.rest;

import org.kamsuite.kit.problem.Rejection;
import org.kamsuite.kit.problem.ValueForms;

/// Somebody else has changed the resource since it was read.
final class PreconditionFailed extends Rejection {

    private static final long serialVersionUID = 1L;

    PreconditionFailed(String sent, String current) {
        super(
                412,
                "precondition-failed",
                "The resource has changed",
                "If-Match is " + ValueForms.shown(sent) + ", but the current ETag is " + current);
    }
}
