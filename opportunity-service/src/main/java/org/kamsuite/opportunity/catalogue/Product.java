package org.kamsuite.opportunity.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A product edition of the catalogue; prices are in the company's currency.
///
/// @param expectedUnits how many a customer usually has, for sizing by list price
/// @param sectors the sector codes it is made for; none means all
public record Product(
        @NotNull @Pattern(regexp = CODE, message = CODE_RULE) String productCode,
        @NotBlank @Size(max = 300) String name,
        @NotNull @Pattern(regexp = CODE, message = CODE_RULE) String familyCode,
        @NotBlank @Size(max = 300) String familyName,
        @Pattern(regexp = CODE, message = CODE_RULE) @Nullable String editionOf,
        @NotNull LifeCycle lifeCycle,
        @NotNull ValueMode valueMode,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal listPrice,
        @DecimalMax("1") @Digits(integer = 2, fraction = 4) @Nullable BigDecimal marginRate,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) @Nullable BigDecimal expectedUnits,
        @Size(max = 200) List<@NotBlank @Size(max = 32) String> sectors,
        @Size(max = 200) List<@NotNull @Valid Edge> edges) {

    static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,63}";
    static final String CODE_RULE =
            "A code has 1 to 64 capital letters, digits, dots, dashes or underscores";

    /// Whether it may be for a customer of the sector; while the sector is unknown, it may be.
    public boolean isMadeFor(@Nullable String sector) {
        return sectors.isEmpty() || sector == null || sectors.contains(sector);
    }

    /// Whether it can be offered on the day.
    @Schema(readOnly = true)
    public boolean isOffered() {
        return lifeCycle == LifeCycle.ACTIVE;
    }

    /// The editions that this one can be raised to on the day.
    public List<String> upgrades(LocalDate day) {
        return edges.stream()
                .filter(edge -> edge.kind() == EdgeKind.UPGRADE_TO)
                .filter(edge -> edge.since() == null || !edge.since().isAfter(day))
                .map(Edge::productCode)
                .toList();
    }

    public boolean has(EdgeKind kind, String other) {
        return edges.stream()
                .anyMatch(edge -> edge.kind() == kind && edge.productCode().equals(other));
    }

    /// A path to another product.
    public record Edge(
            @NotNull EdgeKind kind,
            @NotNull @Pattern(regexp = CODE, message = CODE_RULE) String productCode,
            @Nullable LocalDate since) {}

    /// What a path means.
    @Schema(
            name = "EdgeKind",
            description =
                    "UPGRADE_TO the next edition or successor; COMPLEMENTS goes well with; REPLACES takes the place of; NOT_WITH cannot be held together with")
    public enum EdgeKind {
        UPGRADE_TO,
        COMPLEMENTS,
        REPLACES,
        NOT_WITH
    }

    /// Where in its life a product is.
    @Schema(
            name = "LifeCycle",
            description =
                    "PLANNED is not sold yet; ACTIVE is sold; END_OF_SALE is no longer sold; END_OF_LIFE is no longer served")
    public enum LifeCycle {
        PLANNED,
        ACTIVE,
        END_OF_SALE,
        END_OF_LIFE
    }

    /// Whether its column of the matrix counts money or units.
    @Schema(name = "ValueMode", description = "Its column counts MONEY or UNITS")
    public enum ValueMode {
        MONEY,
        UNITS
    }
}
