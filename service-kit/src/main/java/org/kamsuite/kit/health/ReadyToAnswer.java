package org.kamsuite.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kamsuite.kit.inbox.Consumers;
import org.kamsuite.kit.inbox.FirstLoads;
import org.kamsuite.kit.outbox.Relay;
import org.kamsuite.kit.rebuild.Restore;

/// Ready once every topic has been read to its end; the broker may be away and records may wait,
/// reads and writes go on.
@Readiness
@ApplicationScoped
class ReadyToAnswer implements HealthCheck {

    private final FirstLoads firstLoads;
    private final Consumers consumers;
    private final Restore restore;
    private final Relay relay;

    @Inject
    ReadyToAnswer(FirstLoads firstLoads, Consumers consumers, Restore restore, Relay relay) {
        this.firstLoads = firstLoads;
        this.consumers = consumers;
        this.restore = restore;
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("facts")
                        .withData("brokerAnswers", consumers.connected())
                        .withData("recordsBehind", consumers.lag())
                        .withData("leadsTheRelay", relay.leading());
        try {
            var complete = firstLoads.complete();
            answer.status(complete && restore.recognised());
            if (!complete) {
                answer.withData("stillLoading", String.join(", ", firstLoads.missing()));
            }
        } catch (SQLException e) {
            answer.down().withData("database", "does not answer");
        }
        return answer.build();
    }
}
