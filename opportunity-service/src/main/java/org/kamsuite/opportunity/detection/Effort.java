package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/// How many hours of a key account manager an offer is estimated to take.
///
/// @param hours by the type of the recommendation, positive
/// @param withoutSupporter the factor where nobody opens the door
public record Effort(Map<Recommendation.Type, BigDecimal> hours, BigDecimal withoutSupporter) {

    public Effort {
        for (var type : Recommendation.Type.values()) {
            var estimate = hours.get(type);
            if (estimate == null || estimate.signum() <= 0) {
                throw new IllegalArgumentException(
                        "The hours of an offer are positive, not %s for %s"
                                .formatted(estimate, type));
            }
        }
        if (withoutSupporter.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The factor without a supporter is positive, not " + withoutSupporter);
        }
    }

    BigDecimal hours(Recommendation.Type type, boolean hasSupporter) {
        var estimate = Objects.requireNonNull(hours.get(type), () -> "No hours for " + type);
        return hasSupporter ? estimate : estimate.multiply(withoutSupporter);
    }
}
