package org.kamsuite.kit.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// What the database refuses, for the cases that no check of ours came first to.
final class DatabaseRefusals {

    private DatabaseRefusals() {}

    /// The problem that a failure of the database stands for, if any is among the causes.
    static Optional<Problem> problem(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return problem(refusal);
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Optional.of(overtaken());
            }
        }
        return Optional.empty();
    }

    private static Problem overtaken() {
        return Problem.of(
                412,
                "precondition-failed",
                "The resource has changed",
                "Another request has changed the resource at the same moment; read it again");
    }

    private static Optional<Problem> problem(SQLException refusal) {
        var state = refusal.getSQLState();
        if (state == null) {
            return Optional.of(away());
        }
        return switch (state) {
            case "23502", "23514" -> Optional.of(ruleBroken(422, refusal));
            case "55P03" -> Optional.of(busy());
            default ->
                    switch (state.substring(0, 2)) {
                        // Not reached, shut down, out of room; no such database, no login.
                        case "08", "57", "53", "3D", "28" -> Optional.of(away());
                        case "40" -> Optional.of(busy());
                        case "23" -> Optional.of(ruleBroken(409, refusal));
                        case "22", "54" -> Optional.of(outOfRange());
                        default -> Optional.empty();
                    };
        };
    }

    private static Problem away() {
        return Problem.of(503, "database-away", "Try again later", "The database does not answer");
    }

    private static Problem busy() {
        return Problem.of(
                503,
                "database-busy",
                "Try again",
                "Other requests are changing the same at this moment; nothing was written");
    }

    private static Problem ruleBroken(int status, SQLException refusal) {
        return Problem.of(
                status,
                "rule-broken",
                "A rule of the data is broken",
                "The rule " + constraint(refusal) + " does not allow this");
    }

    private static Problem outOfRange() {
        return Problem.of(
                422,
                "value-out-of-range",
                "The content cannot be accepted",
                "A value is out of the range that can be stored");
    }

    private static @Nullable String constraint(SQLException refusal) {
        var message =
                refusal instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message == null || message.getConstraint() == null
                ? "of the database"
                : message.getConstraint();
    }
}
