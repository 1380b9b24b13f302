package org.kamsuite.kit.problem;

/// The present state does not allow what was asked.
public class Conflict extends Rejection {

    private static final long serialVersionUID = 1L;

    public Conflict(String type, String title, String detail) {
        super(409, type, title, detail);
    }
}
