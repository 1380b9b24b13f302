package org.kamsuite.kit.problem;

import java.util.List;

/// The request breaks rules that its body or parameters state, all of them named at once.
public final class Invalid extends Rejection {

    private static final long serialVersionUID = 1L;

    public Invalid(List<Problem.Fault> faults) {
        super(400, "invalid-request", "The request is invalid", summary(faults));
        faults.forEach(fault -> error(fault.pointer(), fault.detail()));
    }

    public Invalid(String pointer, String detail) {
        this(List.of(new Problem.Fault(pointer, detail)));
    }

    private static String summary(List<Problem.Fault> faults) {
        return faults.size() == 1
                ? faults.getFirst().detail()
                : faults.size() + " rules are broken; each is in errors";
    }
}
