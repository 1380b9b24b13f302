package org.kamsuite.kit.admin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/// How long is kept what administrators did.
@ConfigMapping(prefix = "kam.administration")
interface AdministrationConfig {

    /// How long finished rebuilds and replays of dead letters stay on record.
    @WithDefault("P90D")
    Period keep();
}
