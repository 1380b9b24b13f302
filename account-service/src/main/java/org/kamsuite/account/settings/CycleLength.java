package org.kamsuite.account.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A length of a cycle that divides the year.
@Constraint(validatedBy = CycleLength.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface CycleLength {

    String message() default "A cycle has 1, 2, 3, 4, 6 or 12 months";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Checks the length.
    final class Check implements ConstraintValidator<CycleLength, Integer> {

        @Override
        public boolean isValid(Integer months, ConstraintValidatorContext context) {
            return months > 0 && 12 % months == 0;
        }
    }
}
