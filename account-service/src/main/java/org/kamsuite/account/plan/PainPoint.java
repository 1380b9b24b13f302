package org.kamsuite.account.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;

/// What hurts the customer, what it needs, and what we answer.
@Embeddable
public record PainPoint(
        @Nullable UUID centreId,
        @NotBlank @Size(max = 1000) String description,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 64) String> families,
        @Min(1) @Max(5) int severity,
        @NotNull @Enumerated(EnumType.STRING) Status status,
        @Size(max = 1000) @Nullable String need,
        @Size(max = 1000) @Nullable String response,
        @Size(max = 1000) @Nullable String oneStepFurther,
        @NotNull @Size(max = 100) List<@NotNull LocalDate> evidencedOn)
        implements FactContent, InCentre {
    /// Whether the customer has confirmed it, and what became of it.
    @Schema(
            name = "PainPointStatus",
            description =
                    "UNCONFIRMED is what we assume; CONFIRMED by the customer; RESOLVED no longer there")
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        RESOLVED
    }
}
