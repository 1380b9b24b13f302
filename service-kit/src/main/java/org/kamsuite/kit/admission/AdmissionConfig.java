package org.kamsuite.kit.admission;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/// How many requests one process of the service works on at once.
@StaticInitSafe
@ConfigMapping(prefix = "kam.admission")
interface AdmissionConfig {

    /// Requests in work at once, those included that wait for a connection to the database
    /// (`quarkus.datasource.jdbc.max-size` of them have one, and none waits for one longer than
    /// `quarkus.datasource.jdbc.acquisition-timeout`). One more is refused with 503 at once.
    @Positive
    int inWork();

    /// When a refused caller is told to come again.
    Duration retryAfter();
}
