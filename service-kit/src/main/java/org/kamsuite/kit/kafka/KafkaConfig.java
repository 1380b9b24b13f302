package org.kamsuite.kit.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How the kit uses the broker; where the broker is stands in `kafka.*`.
@ConfigMapping(prefix = "kam.kafka")
public interface KafkaConfig {

    /// Set before every topic, group and transactional id, so that several suites can share a
    /// broker.
    Optional<String> prefix();

    /// The most records that one poll, and so one database transaction, takes.
    @WithDefault("500")
    int pollRecords();

    /// The largest event, in bytes: one fact sheet at its documented maxima.
    @WithDefault("4194304")
    int maxEventBytes();

    /// The first wait while the broker or the database is away; each next one is longer.
    @WithDefault("PT0.2S")
    Duration backOff();

    /// The longest wait while the broker or the database is away.
    @WithDefault("PT10S")
    Duration maxBackOff();
}
