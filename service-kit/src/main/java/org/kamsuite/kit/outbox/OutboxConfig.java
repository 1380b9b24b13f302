package org.kamsuite.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/// How the relay works.
@ConfigMapping(prefix = "kam.outbox")
interface OutboxConfig {

    /// How long the relay sleeps when no commit of its own process wakes it.
    @WithDefault("PT0.1S")
    Duration sweep();

    /// The most outbox rows that one round publishes.
    @WithDefault("1000")
    int rows();

    /// The bytes of states after which a round ends.
    @WithDefault("16777216")
    long roundBytes();

    /// The most states held in memory at a time.
    @WithDefault("20")
    int statesAtOnce();

    /// PostgreSQL ends a leader's session that has been silent for this long, so that another takes
    /// over.
    @WithDefault("PT15S")
    Duration leaderSilence();

    /// How long changes stay readable in the feed.
    @WithDefault("P90D")
    Period keepChanges();
}
