package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;
import org.kamsuite.kit.problem.Concerns;

/// A complaint of the customer; a critical one that is open holds offers back.
@Embeddable
public record Complaint(
        @Nullable UUID centreId,
        @NotNull @Enumerated(EnumType.STRING) Severity severity,
        @Size(max = 4000) @Nullable String description,
        @NotNull LocalDate openedOn,
        @Nullable LocalDate closedOn)
        implements FactContent, InCentre {
    /// How grave it is.
    @Schema(
            name = "Severity",
            description = "NORMAL is handled as usual; CRITICAL threatens the relationship")
    public enum Severity {
        NORMAL,
        CRITICAL
    }

    @AssertTrue(message = "A complaint does not close before it opens")
    @Concerns("closedOn")
    boolean isCloseNotBeforeOpen() {
        return closedOn == null || openedOn == null || !closedOn.isBefore(openedOn);
    }
}
