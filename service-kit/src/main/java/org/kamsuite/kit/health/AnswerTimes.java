package org.kamsuite.kit.health;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/// Counts the answers of each route by how long they took, so that quantiles can be told over
/// processes.
@Singleton
public class AnswerTimes implements MeterFilter {

    private static final double[] LIMITS =
            Stream.of(
                            "PT0.01S", "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S",
                            "PT10S")
                    .map(Duration::parse)
                    .mapToDouble(Duration::toNanos)
                    .toArray();

    @Override
    public DistributionStatisticConfig configure(
            Meter.Id meter, DistributionStatisticConfig config) {
        return meter.getName().equals("http.server.requests")
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(LIMITS)
                        .build()
                        .merge(config)
                : config;
    }
}
