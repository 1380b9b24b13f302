package org.kamsuite.kit.time;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Optional;

/// The business date, when it is not the date of the wall clock.
@StaticInitSafe
@ConfigMapping(prefix = "kam")
interface TimeConfig {

    /// A fixed business date for tests, demos and old data; refused in production.
    Optional<LocalDate> businessDate();
}
