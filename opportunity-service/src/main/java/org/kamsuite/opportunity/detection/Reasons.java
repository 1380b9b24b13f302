package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.detection.Recommendation.Reason;
import org.kamsuite.opportunity.whitespace.Cell;

/// Why something is offered, and why each part of its priority is so large.
final class Reasons {

    static final Reason NOT_SIZED = Reason.of(ReasonCode.NOT_SIZED, Map.of());
    static final Reason NO_WINDOW = Reason.of(ReasonCode.NO_WINDOW_KNOWN, Map.of());
    static final Reason NO_SUPPORTER = Reason.of(ReasonCode.NO_SUPPORTER_KNOWN, Map.of());

    private Reasons() {}

    /// The reason of the offer, the chance among peers and what it is taken by, those of the five
    /// parts, and a renewal at risk.
    static List<Reason> of(
            Cell cell, Cell offered, Recommendation.Type type, Reason... ofTheParts) {
        var reasons = new ArrayList<Reason>();
        reasons.add(ofOffer(cell, offered.productCode(), type));
        reasons.add(
                Reason.of(
                        ReasonCode.ADOPTED_BY_PEERS,
                        Map.of("share", decimal(BigDecimal.valueOf(offered.adoption())))));
        var affinity = offered.affinity();
        if (affinity != null) {
            reasons.add(
                    Reason.of(
                            ReasonCode.OFTEN_HELD_TOGETHER,
                            Map.of(
                                    "held", affinity.held(),
                                    "lift", decimal(BigDecimal.valueOf(affinity.lift())))));
        }
        reasons.addAll(List.of(ofTheParts));
        if (cell.renewalRisk()) {
            reasons.add(
                    Reason.of(
                            ReasonCode.RENEWAL_RISK,
                            Map.of("on", String.valueOf(cell.renewalOn()))));
        }
        return List.copyOf(reasons);
    }

    private static Reason ofOffer(Cell cell, String offer, Recommendation.Type type) {
        return switch (type) {
            case UPSELL_EDITION ->
                    Reason.of(
                            ReasonCode.BETTER_EDITION_OF_WHAT_IS_HELD,
                            Map.of("held", cell.productCode(), "offer", offer));
            case UPSELL_VOLUME ->
                    Reason.of(
                            ReasonCode.MORE_OF_WHAT_IS_HELD,
                            Map.of(
                                    "utilisation", String.valueOf(cell.utilisation()),
                                    "quantity", String.valueOf(cell.quantity())));
            case DISPLACEMENT ->
                    Reason.of(
                            ReasonCode.RIVAL_RENEWAL_NEAR,
                            Map.of(
                                    "rival", String.valueOf(cell.rival()),
                                    "on", String.valueOf(cell.rivalRenewalOn())));
            case CROSS_SELL_CENTRE ->
                    Reason.of(ReasonCode.HELD_ELSEWHERE_IN_THE_TREE, Map.of("product", offer));
            case CROSS_SELL_PRODUCT ->
                    Reason.of(ReasonCode.NEW_PRODUCT_IN_A_SERVED_CENTRE, Map.of("product", offer));
            case CROSS_SELL_NEW ->
                    Reason.of(ReasonCode.NEW_PRODUCT_IN_A_NEW_CENTRE, Map.of("product", offer));
        };
    }

    static Reason need(Needs needs) {
        if (needs.ids().isEmpty()) {
            return Reason.of(ReasonCode.NO_NEED_KNOWN, Map.of());
        }
        return Reason.of(
                needs.evidenced() ? ReasonCode.NEED_CONFIRMED : ReasonCode.NEED_NOT_YET_CONFIRMED,
                Map.of("evidenceItems", Integer.toString(needs.evidenceItems())));
    }

    static Reason fit(@Nullable String held) {
        return held == null
                ? Reason.of(ReasonCode.NOTHING_HELD_GOES_WITH_IT, Map.of())
                : Reason.of(ReasonCode.GOES_WITH_WHAT_IS_HELD, Map.of("held", held));
    }

    static String decimal(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
