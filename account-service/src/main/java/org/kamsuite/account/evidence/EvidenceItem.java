package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.problem.Concerns;

/// A dated proof of how well known the customer is, or of how it serves as a reference.
///
/// @param type what proves it, where that was said
@Embeddable
public record EvidenceItem(
        @NotNull @Enumerated(EnumType.STRING) Kind kind,
        @Enumerated(EnumType.STRING) @Nullable Type type,
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

    /// What proves it.
    @Schema(
            name = "EvidenceType",
            description =
                    "Of RECOGNITION: SECTOR_RANKING a place in a ranking of the sector; AWARD; ASSOCIATION_LEADERSHIP a lead in an association; MEDIA_PRESENCE with media or analysts; LISTED_COMPANY at a stock exchange; RECOGNISED_BRAND. Of REFERENCE: REFERENCE_AGREED to be named; REFERENCE_GIVEN to somebody")
    public enum Type {
        SECTOR_RANKING(Kind.RECOGNITION),
        AWARD(Kind.RECOGNITION),
        ASSOCIATION_LEADERSHIP(Kind.RECOGNITION),
        MEDIA_PRESENCE(Kind.RECOGNITION),
        LISTED_COMPANY(Kind.RECOGNITION),
        RECOGNISED_BRAND(Kind.RECOGNITION),
        REFERENCE_AGREED(Kind.REFERENCE),
        REFERENCE_GIVEN(Kind.REFERENCE);

        private final Kind of;

        Type(Kind of) {
            this.of = of;
        }
    }

    @AssertTrue(message = "The type is one of those of the kind of evidence")
    @Concerns("type")
    boolean isTypeOfKind() {
        return type == null || kind == null || type.of == kind;
    }
}
