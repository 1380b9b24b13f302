package org.kamsuite.kit.security;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Positive;

/// How many requests each caller may send to one process of the service.
@StaticInitSafe
@ConfigMapping(prefix = "kam.rate-limit")
interface RateLimitConfig {

    /// Requests a second in the long run.
    @Positive
    int requestsPerSecond();

    /// Requests that may come at once after a time of rest.
    @Positive
    int burst();

    /// How many callers are remembered; those that came least of late are forgotten first.
    @Positive
    int callers();
}
