package org.kamsuite.account.stakeholder;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.problem.Concerns;

/// How a stakeholder stands to another one of the account, or to one of our managers. Personal
/// data.
///
/// @param stakeholderId who influences, reports or is in conflict; of KNOWS, who is known
/// @param otherStakeholderId the other one; none of KNOWS
/// @param managerId of KNOWS only: our manager who knows the stakeholder
/// @param strength of KNOWS and INFLUENCES only, 3 is the strongest
@Embeddable
public record StakeholderRelation(
        @NotNull @Enumerated(EnumType.STRING) Type type,
        @NotNull UUID stakeholderId,
        @Nullable UUID otherStakeholderId,
        @Nullable UUID managerId,
        @Min(1) @Max(3) @Nullable Integer strength,
        @NotNull LocalDate observedOn)
        implements FactContent {

    /// Other systems do not see who gets on with whom.
    @Override
    public Object disclosed() {
        return new Disclosed(observedOn);
    }

    record Disclosed(LocalDate observedOn) {}

    /// What kind of relation it is.
    @Schema(
            name = "StakeholderRelationType",
            description =
                    "KNOWS our manager knows the stakeholder; INFLUENCES the other stakeholder; REPORTS_TO the other stakeholder; CONFLICTS_WITH the other stakeholder")
    public enum Type {
        KNOWS,
        INFLUENCES,
        REPORTS_TO,
        CONFLICTS_WITH;

        boolean hasStrength() {
            return this == KNOWS || this == INFLUENCES;
        }
    }

    @AssertTrue(message = "KNOWS, and only that, names one of our managers")
    @Concerns("managerId")
    boolean isManagerNamedOfAcquaintance() {
        return type == null || (type == Type.KNOWS) == (managerId != null);
    }

    @AssertTrue(message = "A relation but KNOWS, and only that, names another stakeholder")
    @Concerns("otherStakeholderId")
    boolean isOtherNamedOfRelation() {
        return type == null || (type == Type.KNOWS) == (otherStakeholderId == null);
    }

    @AssertTrue(message = "Nobody stands in a relation to themselves")
    @Concerns("otherStakeholderId")
    boolean isBetweenTwo() {
        return stakeholderId == null || !stakeholderId.equals(otherStakeholderId);
    }

    @AssertTrue(message = "KNOWS and INFLUENCES, and only they, have a strength")
    @Concerns("strength")
    boolean isStrengthGivenWhereItCounts() {
        return type == null || type.hasStrength() == (strength != null);
    }
}
