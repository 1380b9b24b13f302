package org.kamsuite.account.centre;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.ZoneName;

/// A unit that decides purchases for an area of the customer's business.
///
/// @param fiscalYearStartMonth the month, 1 to 12, in which its budget begins anew
@Embeddable
public record BuyingCentre(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 100) String area,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 64) String> decisionScope,
        @NotNull @Enumerated(EnumType.STRING) Status status,
        @ZoneName @Nullable String zone,
        @Nullable LocalDate servedSince,
        boolean observationComplete,
        @Size(max = 200) @Nullable String budgetOwner,
        @Size(max = 200) @Nullable String procurementRoute,
        @Min(1) @Max(12) @Nullable Integer fiscalYearStartMonth)
        implements FactContent {

    /// The area of the one centre that stands for what is not mapped yet.
    public static final String REMAINDER = "UNKNOWN_REMAINDER";

    @Override
    public Optional<String> keptBecause() {
        return REMAINDER.equals(area)
                ? Optional.of("Every account keeps its centre " + REMAINDER)
                : Optional.empty();
    }

    /// Other systems do not see who owns the budget.
    @Override
    public Object disclosed() {
        return new Disclosed(
                name,
                area,
                decisionScope,
                status,
                zone,
                servedSince,
                observationComplete,
                procurementRoute,
                fiscalYearStartMonth);
    }

    record Disclosed(
            String name,
            String area,
            List<String> decisionScope,
            Status status,
            @Nullable String zone,
            @Nullable LocalDate servedSince,
            boolean observationComplete,
            @Nullable String procurementRoute,
            @Nullable Integer fiscalYearStartMonth) {}

    /// How far we know the centre.
    @Schema(
            name = "CentreStatus",
            description =
                    "UNKNOWN whether it exists; IDENTIFIED it does; CONTACTED we have spoken; ACTIVE we work together; DORMANT we no longer do")
    public enum Status {
        UNKNOWN,
        IDENTIFIED,
        CONTACTED,
        ACTIVE,
        DORMANT
    }
}
