package org.kamsuite.account.manager;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.ZoneName;

/// What is known of a manager: role, monthly hours, languages and working window.
///
/// @param contractHours hours of the contract in a month
/// @param hoursPerAccount the least hours that a key account of this manager takes in a month,
///   where that is more than the role's minimum
/// @param userName the name that the manager's token carries: it belongs to the teams of the
///   accounts that are managed
@Embeddable
public record ManagerProfile(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Enumerated(EnumType.STRING) Role role,
        boolean active,
        @NotNull @DecimalMin("1") @DecimalMax("744") @Digits(integer = 3, fraction = 2)
                BigDecimal contractHours,
        @NotNull @DecimalMin("0.2") @DecimalMax("1") @Digits(integer = 1, fraction = 3)
                BigDecimal timeShare,
        @NotNull @PositiveOrZero @DecimalMax("744") @Digits(integer = 3, fraction = 2)
                BigDecimal hoursPerAccount,
        @NotNull @Size(max = 20)
                List<
                                @NotNull
                                @Pattern(
                                        regexp = "[a-z]{2,3}(-[A-Z]{2})?",
                                        message = "A language is a tag such as pt-BR or en")
                                String>
                        languages,
        @NotNull @ZoneName String zone,
        @NotNull LocalTime worksFrom,
        @NotNull LocalTime worksUntil,
        @Nullable @Size(min = 1, max = 200) String userName) {}
