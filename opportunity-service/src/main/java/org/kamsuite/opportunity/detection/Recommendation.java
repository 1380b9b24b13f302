package org.kamsuite.opportunity.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// An offer to one centre, with what speaks for it, whom to talk to, and how urgent it is.
///
/// @param potential what could be earned in a year more, null where it is not sized
/// @param probability the chance of adoption among peers, 0..1
/// @param estimatedHours of a key account manager until it is decided
/// @param valuePerHour the expected value by estimated hour
/// @param entryStakeholderId the supporter to talk to first
/// @param introduction the stakeholders from that supporter to a decider of the centre; empty where
///   no way of two steps or fewer is known
/// @param reasons of the offer, and of each part of its priority
public record Recommendation(
        UUID id,
        UUID accountId,
        UUID centreId,
        String productCode,
        String offerCode,
        Type type,
        boolean evidenced,
        boolean held,
        boolean renewalRisk,
        @Nullable UUID holdingId,
        Priority priority,
        @Nullable BigDecimal potential,
        WalletEstimate.Basis basis,
        double probability,
        @Nullable BigDecimal expectedValue,
        BigDecimal estimatedHours,
        @Nullable BigDecimal valuePerHour,
        @Nullable UUID entryStakeholderId,
        List<UUID> introduction,
        List<UUID> linkedNeeds,
        List<Reason> reasons) {

    /// A stored recommendation without whom to talk to, and without the reasons that tell how
    /// people stand to us. Its priority stays what it is.
    public static JsonNode withoutPeople(JsonNode stored) {
        var shown = (ObjectNode) stored.deepCopy();
        shown.remove("entryStakeholderId");
        shown.putArray("introduction");
        var reasons = shown.putArray("reasons");
        for (var reason : stored.path("reasons")) {
            if (!ReasonCode.ON_PEOPLE.contains(reason.path("code").asText())) {
                reasons.add(reason);
            }
        }
        return shown;
    }

    /// The six kinds; a cell has the first that applies.
    @Schema(
            name = "RecommendationType",
            description =
                    "UPSELL_EDITION a better edition; UPSELL_VOLUME more of the same; DISPLACEMENT of a rival; CROSS_SELL_CENTRE what another centre of the account has; CROSS_SELL_PRODUCT another product in a centre that buys from us; CROSS_SELL_NEW a product and a centre that are new")
    public enum Type {
        /// A better edition of what the centre has.
        UPSELL_EDITION,
        /// More of what the centre has.
        UPSELL_VOLUME,
        /// What a rival delivers, when its contract comes up.
        DISPLACEMENT,
        /// What another centre of the tree has already.
        CROSS_SELL_CENTRE,
        /// A product that is new to the tree, in a centre that we serve.
        CROSS_SELL_PRODUCT,
        /// A product that is new to the tree, in a centre that we do not serve yet.
        CROSS_SELL_NEW
    }

    /// Why, as a code with parameters. The code is a text, so that one that a later version has
    /// written can be read.
    public record Reason(
            @Schema(implementation = ReasonCode.class) String code,
            Map<String, String> parameters) {

        static Reason of(ReasonCode code, Map<String, String> parameters) {
            return new Reason(code.name(), parameters);
        }
    }
}
