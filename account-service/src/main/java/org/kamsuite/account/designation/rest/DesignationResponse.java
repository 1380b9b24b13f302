package org.kamsuite.account.designation.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.Designation;
import org.kamsuite.account.designation.State;
import org.kamsuite.account.designation.Verdict;
import org.kamsuite.kit.rest.Versioned;

/// A designation as answered, with the verdict it rests on and the states that can follow.
public record DesignationResponse(
        UUID accountId,
        State state,
        @Nullable UUID managerId,
        LocalDate enteredOn,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate planDueOn,
        int breaches,
        ReviewSummary review,
        @Nullable VerdictSummary verdict,
        Set<State> next,
        String etag)
        implements Versioned {

    static DesignationResponse of(Designation designation, Optional<Verdict> verdict) {
        return new DesignationResponse(
                designation.accountId(),
                designation.state(),
                designation.managerId(),
                designation.enteredOn(),
                designation.confirmedOn(),
                designation.planDueOn(),
                designation.breaches(),
                ReviewSummary.of(designation.review()),
                verdict.map(VerdictSummary::of).orElse(null),
                designation.state().next(),
                Long.toString(designation.version()));
    }
}
