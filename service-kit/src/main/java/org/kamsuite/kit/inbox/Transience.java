package org.kamsuite.kit.inbox;

import java.sql.SQLException;

/// Tells a failure that passes by itself from one that comes back at every retry.
public final class Transience {

    private Transience() {}

    /// Whether a retry later may succeed: the connection (08), a conflict (40), resources (53), an
    /// intervention (57) or a lock that was not to be had (55P03, 55006).
    public static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                var state = database.getSQLState();
                return state == null
                        || state.matches("(08|40|53|57).*")
                        || state.equals("55P03")
                        || state.equals("55006")
                        || state.equals("25P03");
            }
        }
        return false;
    }
}
