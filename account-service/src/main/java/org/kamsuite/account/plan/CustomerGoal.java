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

/// What the customer wants to reach, who told us, and on which days it was evidenced.
@Embeddable
public record CustomerGoal(
        @Nullable UUID centreId,
        @NotBlank @Size(max = 1000) String text,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 64) String> families,
        @Min(1) @Max(5) int priority,
        @NotNull @Enumerated(EnumType.STRING) Status status,
        @Size(max = 200) @Nullable String source,
        @Nullable LocalDate dueOn,
        @NotNull @Size(max = 100) List<@NotNull LocalDate> evidencedOn)
        implements FactContent, InCentre {

    /// Other systems do not see who told us.
    @Override
    public Object disclosed() {
        return new Disclosed(centreId, text, families, priority, status, dueOn, evidencedOn);
    }

    record Disclosed(
            @Nullable UUID centreId,
            String text,
            List<String> families,
            int priority,
            Status status,
            @Nullable LocalDate dueOn,
            List<LocalDate> evidencedOn) {}

    /// Whether the customer has confirmed it, and what became of it.
    @Schema(
            name = "GoalStatus",
            description =
                    "UNCONFIRMED is what we assume; CONFIRMED by the customer; ACHIEVED reached; DROPPED no longer pursued")
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        ACHIEVED,
        DROPPED
    }
}
