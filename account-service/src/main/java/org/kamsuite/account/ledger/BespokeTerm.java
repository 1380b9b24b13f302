package org.kamsuite.account.ledger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.problem.Concerns;

/// A condition that only this customer has.
@Embeddable
public record BespokeTerm(
        @NotNull @Enumerated(EnumType.STRING) Kind kind,
        @Size(max = 1000) @Nullable String description,
        @NotNull LocalDate agreedOn,
        @Nullable LocalDate endsOn)
        implements FactContent {
    /// What is special.
    @Schema(
            name = "BespokeTermKind",
            description =
                    "OWN_SLA a service level of its own; INTEGRATION of our systems with theirs; SPECIAL_CONTRACT terms of its own; CUSTOM_REPORTING reports of its own")
    public enum Kind {
        OWN_SLA,
        INTEGRATION,
        SPECIAL_CONTRACT,
        CUSTOM_REPORTING
    }

    @AssertTrue(message = "A term does not end before it was agreed")
    @Concerns("endsOn")
    boolean isEndNotBeforeStart() {
        return endsOn == null || agreedOn == null || !endsOn.isBefore(agreedOn);
    }
}
