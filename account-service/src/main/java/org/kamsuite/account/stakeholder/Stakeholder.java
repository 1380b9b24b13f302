package org.kamsuite.account.stakeholder;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;

/// A person in a buying centre: role, influence, support and how well we know them. Personal data.
@Embeddable
public record Stakeholder(
        @NotNull UUID centreId,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) @Nullable String position,
        @Email @Size(max = 320) @Nullable String email,
        @NotEmpty @Size(max = 10) @Enumerated(EnumType.STRING) List<@NotNull BuyingRole> roles,
        @Min(1) @Max(5) int influence,
        @Min(-2) @Max(2) @Nullable Integer support,
        @NotNull @Enumerated(EnumType.STRING) Coverage coverage,
        @NotNull LocalDate observedOn,
        @Size(max = 4000) @Nullable String notes)
        implements FactContent, InCentre {

    /// Other systems see neither who the person is nor what we noted.
    @Override
    public Object disclosed() {
        return new Disclosed(centreId, roles, influence, coverage, observedOn);
    }

    record Disclosed(
            UUID centreId,
            List<BuyingRole> roles,
            int influence,
            Coverage coverage,
            LocalDate observedOn) {}

    /// The part a person plays in a purchase (Webster and Wind 1972, and three later ones).
    @Schema(
            name = "BuyingRole",
            description =
                    "INITIATOR raises the need; USER works with what is bought; INFLUENCER shapes the choice; DECIDER chooses; APPROVER consents; BUYER negotiates and orders; GATEKEEPER controls who gets through; EXECUTIVE_SPONSOR backs the relationship; CHAMPION speaks for us; BLOCKER speaks against us")
    public enum BuyingRole {
        INITIATOR,
        USER,
        INFLUENCER,
        DECIDER,
        APPROVER,
        BUYER,
        GATEKEEPER,
        EXECUTIVE_SPONSOR,
        CHAMPION,
        BLOCKER
    }

    /// How well we know the person.
    @Schema(
            name = "Coverage",
            description =
                    "How well we know the person: UNKNOWN is not stated; NO_CONTACT never met; BRIEF met in passing; MULTIPLE met several times; IN_DEPTH known well")
    public enum Coverage {
        UNKNOWN,
        NO_CONTACT,
        BRIEF,
        MULTIPLE,
        IN_DEPTH
    }
}
