package org.kamsuite.kit.inbox;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/// Why a record cannot be applied, in words that do not repeat the record.
///
/// The driver's own message holds the statement with all its parameters, and the server's detail
/// the refused row; neither is kept.
final class Reason {

    static final int LONGEST = 1_000;

    private Reason() {}

    /// The database's code and message, or the failure's own message; never longer than [#LONGEST].
    static String of(Throwable failure) {
        var database = Transience.database(failure);
        var text =
                database == null
                        ? String.valueOf(failure.getMessage())
                        : database.getSQLState() + ": " + message(database);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The kind of failure alone, for the log.
    static String kind(Throwable failure) {
        var database = Transience.database(failure);
        return database == null
                ? failure.getClass().getSimpleName()
                : "SQLSTATE " + database.getSQLState();
    }

    private static String message(SQLException failure) {
        for (var next = failure; next != null; next = next.getNextException()) {
            if (next instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return String.valueOf(refused.getServerErrorMessage().getMessage());
            }
        }
        return failure.getClass().getSimpleName();
    }
}
