package org.kamsuite.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.kamsuite.kit.inbox.Consumers;
import org.kamsuite.kit.inbox.FirstLoads;
import org.kamsuite.kit.rebuild.Restore;

/// Ready once every topic has been read to its end; the broker may be away, reads and writes go on.
@Readiness
@ApplicationScoped
class ReadyToAnswer implements HealthCheck {

    private final FirstLoads firstLoads;
    private final Consumers consumers;
    private final Restore restore;

    @Inject
    ReadyToAnswer(FirstLoads firstLoads, Consumers consumers, Restore restore) {
        this.firstLoads = firstLoads;
        this.consumers = consumers;
        this.restore = restore;
    }

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("facts").withData("brokerAnswers", consumers.connected());
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
