package org.kamsuite.account.settings;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What one unit of a currency is worth in the company's currency, from a day on.
public record ExchangeRate(
        @NotNull
                @Pattern(
                        regexp = "[A-Z]{3}",
                        message = "A currency is a code of three capital letters (ISO 4217)")
                String currency,
        @NotNull LocalDate effectiveOn,
        @NotNull @Positive @Digits(integer = 11, fraction = 8) BigDecimal rate) {}
