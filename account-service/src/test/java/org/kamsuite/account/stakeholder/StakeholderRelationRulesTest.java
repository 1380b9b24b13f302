package org.kamsuite.account.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StakeholderRelationRulesTest {

    private static final UUID RUI = new UUID(0, 1);
    private static final UUID EVA = new UUID(0, 2);
    private static final UUID MANAGER = new UUID(0, 3);

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Property
    void allowJustWhatItsTypeNames(
            @ForAll StakeholderRelation.Type type,
            @ForAll boolean other,
            @ForAll boolean manager,
            @ForAll @WithNull @IntRange(min = 0, max = 4) Integer strength) {
        var relation = relation(type, other ? EVA : null, manager ? MANAGER : null, strength);

        var knows = type == StakeholderRelation.Type.KNOWS;
        var strong = knows || type == StakeholderRelation.Type.INFLUENCES;
        var allowed =
                manager == knows
                        && other != knows
                        && (strong
                                ? strength != null && strength >= 1 && strength <= 3
                                : strength == null);
        assertThat(VALIDATOR.validate(relation).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void nameTwoPeople() {
        assertThat(
                        VALIDATOR.validate(
                                relation(StakeholderRelation.Type.REPORTS_TO, RUI, null, null)))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("Nobody stands in a relation to themselves");
    }

    private static StakeholderRelation relation(
            StakeholderRelation.Type type,
            @Nullable UUID other,
            @Nullable UUID manager,
            @Nullable Integer strength) {
        return new StakeholderRelation(
                type, RUI, other, manager, strength, LocalDate.of(2026, 8, 14));
    }
}
