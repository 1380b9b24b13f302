package org.kamsuite.kit.outbox;

import org.kamsuite.kit.problem.Rejection;

/// Who followed the feed up to this position cannot simply go on.
final class PositionGone extends Rejection {

    private static final long serialVersionUID = 1L;

    private PositionGone(String detail) {
        super(410, "position-gone", "The feed does not go on from this position", detail);
    }

    /// @param before the last position that was told before the gap
    /// @param behind the first position behind it
    static Rejection of(Cause cause, long position, long before, long behind) {
        var goOn = cause == Cause.RETENTION ? behind : before;
        var detail =
                switch (cause) {
                    case RETENTION ->
                            "Changes up to position %d are not kept any more, and those after %d were missed: read all accounts, then go on after %d"
                                    .formatted(behind, position, goOn);
                    case RESTORE ->
                            "The database was restored, and changes after position %d are lost: go on after it, and read anew the accounts of which you were told later ones"
                                    .formatted(goOn);
                    case NEVER_TOLD ->
                            "The feed has told nothing at position %d; the last is %d"
                                    .formatted(position, goOn);
                };
        return new PositionGone(detail).with("cause", cause.name()).with("goOnAfter", goOn);
    }

    enum Cause {
        RETENTION,
        RESTORE,
        NEVER_TOLD
    }
}
