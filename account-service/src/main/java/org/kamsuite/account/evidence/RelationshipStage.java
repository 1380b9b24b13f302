package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.kamsuite.account.facts.FactContent;

/// How close the two companies work together (McDonald), as observed on a day.
@Embeddable
public record RelationshipStage(
        @NotNull @Enumerated(EnumType.STRING) Stage stage, @NotNull LocalDate observedOn)
        implements FactContent {
    /// The five stages of a relationship.
    public enum Stage {
        EXPLORATORY,
        BASIC,
        COOPERATIVE,
        INTERDEPENDENT,
        INTEGRATED
    }
}
