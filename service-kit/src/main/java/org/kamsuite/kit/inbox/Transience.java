package org.kamsuite.kit.inbox;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells a failure that passes by itself from one that comes back at every retry.
public final class Transience {

    private static final Pattern PASSING_CLASSES =
            Pattern.compile("(08|25|28|3D|40|53|57|58|XX).*");
    private static final Set<String> PASSING_STATES = Set.of("55P03", "55006", "42P01", "42703");

    private Transience() {}

    /// Whether a retry later may succeed, because the record is not what is wrong.
    ///
    /// The connection (08), a standby or an ended transaction (25), a refused login (28), a missing
    /// database (3D), a conflict (40), resources (53), an intervention (57), the server's disk (58)
    /// or its insides (XX), a lock that was not to be had (55P03, 55006), and a table or column
    /// that a migration has yet to make (42P01, 42703).
    public static boolean passes(Throwable failure) {
        var database = database(failure);
        if (database == null) {
            return false;
        }
        var state = database.getSQLState();
        return state == null
                || PASSING_CLASSES.matcher(state).matches()
                || PASSING_STATES.contains(state);
    }

    /// What the database says, where the failure is one of its own.
    static @Nullable SQLException database(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                return database;
            }
        }
        return null;
    }
}
