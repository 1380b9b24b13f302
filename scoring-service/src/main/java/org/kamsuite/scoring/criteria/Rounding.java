package org.kamsuite.scoring.criteria;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Half-up rounding, as scores are stored and compared.
public final class Rounding {

    private Rounding() {}

    public static BigDecimal two(double value) {
        return places(value, 2);
    }

    public static BigDecimal places(double value, int places) {
        // First to twelve places, so that 53.425 that is stored as 53.42499999999999 rounds up.
        return BigDecimal.valueOf(value)
                .setScale(12, RoundingMode.HALF_UP)
                .setScale(places, RoundingMode.HALF_UP);
    }
}
