package org.kamsuite.account.intake;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Problem;

/// What became of a row.
record Result(long row, Outcome outcome, @Nullable UUID account, List<Problem.Fault> errors) {

    static Result of(long row, Outcome outcome, UUID account) {
        return new Result(row, outcome, account, List.of());
    }

    static Result rejected(long row, List<Problem.Fault> errors) {
        return new Result(row, Outcome.REJECTED, null, errors);
    }

    /// What a row did.
    @Schema(
            name = "RowOutcome",
            description =
                    "CREATED something new; UPDATED what was there; UNCHANGED it was there already; STALE what is there is newer; REJECTED for the errors")
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        STALE,
        REJECTED
    }
}
