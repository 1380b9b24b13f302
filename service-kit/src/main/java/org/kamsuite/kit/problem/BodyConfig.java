package org.kamsuite.kit.problem;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How large a request may be, and how long it may take to come.
@StaticInitSafe
@ConfigMapping(prefix = "kam.http")
interface BodyConfig {

    /// The most bytes of a body that is held in memory; rows of an import are streamed, and may be
    /// as many as the server takes.
    @WithDefault("1M")
    MemorySize maxBodySize();

    /// How long after the headers a body may come to its end; then the answer is 408.
    @WithDefault("30S")
    Duration bodyWithin();

    /// How long after the headers the rows of an import may come to their end.
    @WithDefault("10M")
    Duration rowsWithin();
}
