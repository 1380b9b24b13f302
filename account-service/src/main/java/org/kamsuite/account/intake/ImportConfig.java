package org.kamsuite.account.intake;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How imports are kept.
@StaticInitSafe
@ConfigMapping(prefix = "kam.imports")
public interface ImportConfig {

    /// The days for which an import that has ended, and the results of its rows, can be read.
    @WithDefault("30")
    int retentionDays();
}
