package org.kamsuite.kit.problem;

/// There is no such thing.
public class NotFound extends Rejection {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object id) {
        super(404, "not-found", "Not found", "There is no " + what + " " + ValueForms.shown(id));
    }
}
