package org.kamsuite.kit.problem;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// What the database's own rules refuse, for the cases that no check of ours came first to.
final class DatabaseRefusals {

    private DatabaseRefusals() {}

    static Optional<Problem> problem(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && refusal.getSQLState() != null) {
                return problem(refusal);
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(SQLException refusal) {
        var state = refusal.getSQLState();
        if (state.startsWith("23")) {
            return Optional.of(
                    Problem.of(
                            409,
                            "rule-broken",
                            "A rule of the data is broken",
                            "The rule " + constraint(refusal) + " does not allow this"));
        }
        if (state.startsWith("22")) {
            return Optional.of(
                    Problem.of(
                            422,
                            "value-out-of-range",
                            "The content cannot be accepted",
                            "A value is out of the range that can be stored"));
        }
        return Optional.empty();
    }

    private static @Nullable String constraint(SQLException refusal) {
        var message =
                refusal instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message == null ? "of the database" : message.getConstraint();
    }
}
