package org.kamsuite.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A refusal with its cause: says which rule was broken, where, and by which value.
///
/// Subclasses are named after the fact that refuses. The kit answers them as problem+json.
public abstract class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<Problem.Fault> errors = new ArrayList<>();

    protected Rejection(int status, String type, String title, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /// Adds a member that a program can read, such as the list of what is allowed.
    public final Rejection with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /// Adds a violation at a place of the request's body, as a JSON pointer.
    public final Rejection error(String pointer, String detail) {
        errors.add(new Problem.Fault(pointer, detail));
        return this;
    }

    public Problem problem() {
        return new Problem(
                "/problems/" + type,
                title,
                status,
                String.valueOf(getMessage()),
                null,
                List.copyOf(errors),
                Map.copyOf(members));
    }
}
