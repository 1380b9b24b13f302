package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kamsuite.account.facts.FactContent;

/// How close the two companies work together (McDonald), as observed on a day.
@Embeddable
public record RelationshipStage(
        @NotNull @Enumerated(EnumType.STRING) Stage stage, @NotNull LocalDate observedOn)
        implements FactContent {
    /// The five stages of a relationship.
    @Schema(
            name = "RelationshipStageCode",
            description =
                    "EXPLORATORY first contacts; BASIC single transactions, price decides; COOPERATIVE several contacts, some joint work; INTERDEPENDENT each relies on the other; INTEGRATED joint processes and plans")
    public enum Stage {
        EXPLORATORY,
        BASIC,
        COOPERATIVE,
        INTERDEPENDENT,
        INTEGRATED
    }
}
