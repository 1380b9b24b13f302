package org.kamsuite.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.stale.Recomputation;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "scoring"))
class ReturningScoreTest extends ScoringScenario {

    @Inject @All List<Recomputation> recomputations;
    @Inject Broker broker;

    private final UUID account = UUID.randomUUID();

    @Test
    void outranksTheScoreThatWentAwayBeforeTheRelayHasLooked() throws IOException {
        sendTheSettings();
        events.send("accounts", account.toString(), FACTS, 1, sheetOf(account));
        published(1);
        events.send("accounts", account.toString(), FACTS, 2, sheetOf(account));
        published(2);

        QuarkusTransaction.requiringNew()
                .call(() -> {
                    var elsewhere = UUID.randomUUID();
                    rename(account, elsewhere);
                    recompute();
                    rename(elsewhere, account);
                    recompute();
                    return true;
                });

        assertThat(published(3)).isSorted().doesNotHaveDuplicates();
    }

    private void rename(UUID from, UUID to) throws SQLException {
        execute(
                "update account_facts set account_id = '%s' where account_id = '%s'"
                        .formatted(to, from));
    }

    private void recompute() throws Exception {
        try (var connection = database.getConnection()) {
            for (var recomputation : recomputations) {
                recomputation.recompute(connection, List.of(account.toString()));
            }
        }
    }

    /// The sequences of the account's verdicts, once there are as many.
    private List<Long> published(int expected) {
        return Awaitility.await("verdicts of " + account)
                .atMost(Duration.ofSeconds(30))
                .until(this::published, all -> all.size() >= expected);
    }

    private List<Long> published() throws SQLException {
        var sequences = new ArrayList<Long>();
        try (var topic = broker.wholeTopic("scores")) {
            topic.readToEnd(poll ->
                    poll.forEach(kafka -> {
                        if (kafka.key().equals(account.toString())) {
                            sequences.add(CloudEvent.of(kafka.headers()).sequence());
                        }
                    }));
        }
        return sequences;
    }
}
