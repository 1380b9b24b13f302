package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How urgent an offer is, 0 to 100, from five parts of 0 to 1 (domain §6).
@Schema(
        description =
                "total is 100 × (0.30 value + 0.25 need + 0.20 fit + 0.15 timing + 0.10 access) × evidenceFactor; the reasons of the recommendation say why each part is so large")
public record Priority(
        BigDecimal total,
        double value,
        double need,
        double fit,
        double timing,
        double access,
        double evidenceFactor) {

    private static final double HYPOTHESIS = 0.5;

    public static Priority of(
            double value,
            double need,
            double fit,
            double timing,
            double access,
            boolean evidenced) {
        var factor = evidenced ? 1.0 : HYPOTHESIS;
        var sum = 0.30 * value + 0.25 * need + 0.20 * fit + 0.15 * timing + 0.10 * access;
        var total =
                BigDecimal.valueOf(100 * Math.clamp(sum * factor, 0, 1))
                        .setScale(2, RoundingMode.HALF_UP);
        return new Priority(total, value, need, fit, timing, access, factor);
    }

    /// The value part: the expected value against the revenue of twelve months, or against what
    /// else the account is measured by, on a logarithmic scale.
    public static double value(double expected, double measure) {
        if (expected <= 0) {
            return 0;
        }
        return measure <= 0
                ? 1
                : Math.clamp(Math.log1p(100 * expected / measure) / Math.log1p(100), 0, 1);
    }
}
