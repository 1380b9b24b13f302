package org.kamsuite.opportunity.detection;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Map;

/// What an offer is estimated to cost us.
@StaticInitSafe
@ConfigMapping(prefix = "kam.detection")
public interface DetectionConfig {

    /// The hours of a key account manager that an offer takes, by type.
    Map<Recommendation.Type, BigDecimal> hours();

    /// The factor of hours where no supporter opens the door.
    BigDecimal withoutSupporter();
}
