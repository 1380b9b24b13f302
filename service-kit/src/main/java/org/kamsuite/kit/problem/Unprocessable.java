package org.kamsuite.kit.problem;

/// The request is well formed, but what it says cannot be accepted.
public final class Unprocessable extends Rejection {

    private static final long serialVersionUID = 1L;

    public Unprocessable(String type, String detail) {
        super(422, type, "The content cannot be accepted", detail);
    }

    public Unprocessable(String type, String pointer, String detail) {
        this(type, detail);
        error(pointer, detail);
    }
}
