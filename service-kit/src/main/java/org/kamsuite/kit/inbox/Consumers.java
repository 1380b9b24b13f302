package org.kamsuite.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.KafkaConfig;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.kit.trace.Traces;

/// Starts and stops the consumer loops of a service.
@ApplicationScoped
public class Consumers {

    private final List<ConsumerLoop> loops;
    private final MeterRegistry metrics;

    @Inject
    Consumers(
            Inboxes inboxes,
            FirstLoads firstLoads,
            StaleWorker worker,
            Broker broker,
            KafkaConfig config,
            MeterRegistry metrics,
            Traces traces) {
        this.metrics = metrics;
        this.loops =
                inboxes.all().stream()
                        .map(inbox ->
                                new ConsumerLoop(
                                        inbox, firstLoads, worker::wake, broker, config, traces))
                        .toList();
    }

    void start(@Observes @Priority(5000) StartupEvent start) {
        for (var loop : loops) {
            Gauge.builder("kam.consumer.lag", loop, ConsumerLoop::lag)
                    .tag("topic", loop.topic())
                    .description("Records of the assigned partitions that are not applied yet")
                    .register(metrics);
            loop.start();
        }
    }

    void stop(@Observes @Priority(50) ShutdownEvent shutdown) throws InterruptedException {
        for (var loop : loops) {
            loop.stop();
        }
    }

    /// Whether every loop still runs.
    public boolean alive() {
        return loops.stream().allMatch(ConsumerLoop::alive);
    }

    /// Whether the broker answers every loop.
    public boolean connected() {
        return loops.stream().allMatch(ConsumerLoop::connected);
    }

    public long lag() {
        return loops.stream().mapToLong(ConsumerLoop::lag).sum();
    }
}
