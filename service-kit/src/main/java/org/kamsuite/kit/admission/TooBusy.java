package org.kamsuite.kit.admission;

import org.kamsuite.kit.problem.Rejection;

/// The process works on as many requests as it may.
final class TooBusy extends Rejection {

    private static final long serialVersionUID = 1L;

    TooBusy(int most) {
        super(
                503,
                "too-busy",
                "Try again later",
                "The service works on "
                        + most
                        + " requests at once and has that many: nothing was done for this one");
        with("most", most);
    }
}
