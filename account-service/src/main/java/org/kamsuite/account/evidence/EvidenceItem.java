package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;

/// A dated proof of how well known the customer is, or of how it serves as a reference.
@Embeddable
public record EvidenceItem(
        @NotNull @Enumerated(EnumType.STRING) Kind kind,
        @Rubric int value,
        @NotBlank @Size(max = 100) String rater,
        @Size(max = 2000) @Nullable String link,
        @Size(max = 1000) @Nullable String description,
        @NotNull LocalDate observedOn)
        implements FactContent {
    /// What the item is evidence of.
    @Schema(
            name = "EvidenceKind",
            description =
                    "RECOGNITION of the customer in its industry; REFERENCE the customer gives for us")
    public enum Kind {
        RECOGNITION,
        REFERENCE
    }
}
