package org.kamsuite.kit.admission;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/// How many requests one process of the service works on at once.
@StaticInitSafe
@ConfigMapping(prefix = "kam.admission")
interface AdmissionConfig {

    /// Requests in work at once; one more is refused with 503. As many as there are connections to
    /// the database (`quarkus.datasource.jdbc.max-size`): more would only wait for those. Whoever
    /// waits for facts (`X-Wait-For`) is not counted meanwhile.
    @Positive
    int inWork();

    /// When a refused caller is told to come again.
    Duration retryAfter();
}
