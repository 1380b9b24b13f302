package org.kamsuite.account.evidence;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;

/// What one person answered when asked how satisfied they are, from 0 to 100.
@Embeddable
public record SatisfactionAnswer(
        @Nullable UUID centreId,
        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
                BigDecimal score,
        @Min(1) @Max(5) int influence,
        @NotNull LocalDate answeredOn)
        implements FactContent, InCentre {}
