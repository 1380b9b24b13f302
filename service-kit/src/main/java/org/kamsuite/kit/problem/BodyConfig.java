package org.kamsuite.kit.problem;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large a request may be.
@StaticInitSafe
@ConfigMapping(prefix = "kam.http")
interface BodyConfig {

    /// The most bytes of a body that is held in memory; rows of an import are streamed, and may be
    /// as many as the server takes.
    @WithDefault("1M")
    MemorySize maxBodySize();
}
