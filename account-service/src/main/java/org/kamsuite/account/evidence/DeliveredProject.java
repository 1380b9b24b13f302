package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;

/// A project we have delivered, and how it ended.
@Embeddable
public record DeliveredProject(
        @Nullable UUID centreId,
        @NotBlank @Size(max = 200) String name,
        @NotNull LocalDate deliveredOn,
        @NotNull @Enumerated(EnumType.STRING) Outcome outcome)
        implements FactContent, InCentre {
    /// How it ended.
    @Schema(
            name = "ProjectOutcome",
            description = "SUCCESS reached its aim; PARTIAL reached some of it; FAILURE missed it")
    public enum Outcome {
        SUCCESS,
        PARTIAL,
        FAILURE
    }
}
