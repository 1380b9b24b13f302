package org.kamsuite.account.designation.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.Action;
import org.kamsuite.account.designation.Designation;
import org.kamsuite.account.designation.State;
import org.kamsuite.account.designation.Verdict;
import org.kamsuite.kit.rest.Versioned;

/// A designation as answered, with the verdict it rests on and the states that can follow.
///
/// @param ownRollUpFrom from when on the account counts for itself, not for the one above it
/// @param evaluatedCycle the cycle whose close evaluated the account last
/// @param allowedActions what the caller may do now
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
        @Nullable LocalDate ownRollUpFrom,
        @Nullable String evaluatedCycle,
        Set<State> next,
        Set<Action> allowedActions,
        String etag)
        implements Versioned {

    @Override
    public List<Object> derived() {
        return List.of(Optional.ofNullable(verdict), allowedActions);
    }

    static DesignationResponse of(
            Designation designation, Optional<Verdict> verdict, Set<Action> allowed) {
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
                designation.ownRollUpFrom(),
                designation.evaluatedCycle(),
                designation.state().next(),
                allowed,
                Long.toString(designation.version()));
    }
}
