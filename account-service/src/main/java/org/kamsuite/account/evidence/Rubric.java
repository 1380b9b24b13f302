package org.kamsuite.account.evidence;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

/// A step of the rubric: 0, 25, 50, 75 or 100.
@Constraint(validatedBy = Rubric.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Rubric {

    String message() default "A rating is one of 0, 25, 50, 75 and 100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Checks the step.
    final class Check implements ConstraintValidator<Rubric, Integer> {

        private static final Set<Integer> STEPS = Set.of(0, 25, 50, 75, 100);

        @Override
        public boolean isValid(Integer value, ConstraintValidatorContext context) {
            return STEPS.contains(value);
        }
    }
}
