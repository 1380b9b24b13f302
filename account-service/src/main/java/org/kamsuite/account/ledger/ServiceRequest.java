package org.kamsuite.account.ledger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;
import org.kamsuite.kit.problem.Concerns;

/// Something the customer asked of us, and how complex it was.
@Embeddable
public record ServiceRequest(
        @Nullable UUID centreId,
        @NotBlank @Size(max = 100) String type,
        @NotNull @Enumerated(EnumType.STRING) Complexity complexity,
        @NotNull LocalDate openedOn,
        @Nullable Instant firstAnswerAt,
        @Nullable LocalDate closedOn)
        implements FactContent, InCentre {
    /// How far a request is from the standard.
    @Schema(
            name = "Complexity",
            description =
                    "STANDARD is served as everybody is; COMPLEX needs adaptation; BESPOKE is made for this customer")
    public enum Complexity {
        STANDARD,
        COMPLEX,
        BESPOKE
    }

    @AssertTrue(message = "A request does not close before it opens")
    @Concerns("closedOn")
    boolean isCloseNotBeforeOpen() {
        return closedOn == null || openedOn == null || !closedOn.isBefore(openedOn);
    }
}
