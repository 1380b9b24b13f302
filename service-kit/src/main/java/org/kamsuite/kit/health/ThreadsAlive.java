package org.kamsuite.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.kamsuite.kit.daily.DailyRun;
import org.kamsuite.kit.inbox.Consumers;
import org.kamsuite.kit.outbox.Relay;
import org.kamsuite.kit.rebuild.Rebuilds;
import org.kamsuite.kit.stale.StaleWorker;

/// The process is alive while its own threads are; a server that is away is no reason to restart
/// it.
@Liveness
@ApplicationScoped
class ThreadsAlive implements HealthCheck {
    private final Consumers consumers;
    private final Relay relay;
    private final StaleWorker worker;
    private final DailyRun daily;
    private final Rebuilds rebuilds;

    @Inject
    ThreadsAlive(
            Consumers consumers,
            Relay relay,
            StaleWorker worker,
            DailyRun daily,
            Rebuilds rebuilds) {
        this.consumers = consumers;
        this.relay = relay;
        this.worker = worker;
        this.daily = daily;
        this.rebuilds = rebuilds;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("threads")
                .status(
                        consumers.alive()
                                && relay.alive()
                                && worker.alive()
                                && daily.alive()
                                && rebuilds.alive())
                .withData("consumers", consumers.alive())
                .withData("relay", relay.alive())
                .withData("staleWorker", worker.alive())
                .withData("dailyRun", daily.alive())
                .withData("rebuilds", rebuilds.alive())
                .build();
    }
}
