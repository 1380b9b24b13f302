package org.kamsuite.account.portfolio;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is known of an account as a whole; money is in the company's currency.
@Embeddable
public record AccountProfile(
        @NotBlank @Size(max = 300) String name,
        @NotNull @Enumerated(EnumType.STRING) Status status,
        @Nullable UUID parentId,
        @Nullable LocalDate parentSince,
        @Pattern(
                        regexp = "[A-Z]{3}",
                        message = "A currency is a code of three capital letters (ISO 4217)")
                @Nullable String currency,
        @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}",
                        message =
                                "A sector code has 1 to 32 letters, digits, dots, dashes or underscores")
                @Nullable String sectorCode,
        @PositiveOrZero @Nullable Integer headcount,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal customerRevenue,
        @DecimalMin("-1") @Digits(integer = 5, fraction = 4) @Nullable BigDecimal headcountGrowth,
        @DecimalMin("-1") @Digits(integer = 5, fraction = 4) @Nullable BigDecimal revenueGrowth,
        boolean insolvent,
        boolean strategicNote,
        @Size(max = 300) @Nullable String veto,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal costToServe) {

    AccountProfile since(@Nullable LocalDate day) {
        return new AccountProfile(
                name,
                status,
                parentId,
                day,
                currency,
                sectorCode,
                headcount,
                customerRevenue,
                headcountGrowth,
                revenueGrowth,
                insolvent,
                strategicNote,
                veto,
                costToServe);
    }

    /// Whether the account buys from us, may do so, or no longer does.
    @Schema(
            name = "AccountStatus",
            description =
                    "PROSPECT has not bought yet; ACTIVE buys from us; INACTIVE no longer does")
    public enum Status {
        PROSPECT,
        ACTIVE,
        INACTIVE
    }
}
