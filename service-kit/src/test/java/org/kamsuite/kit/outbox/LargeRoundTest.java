package org.kamsuite.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.kafka.Broker;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class LargeRoundTest {

    @Inject DataSource database;
    @Inject Outbox outbox;
    @Inject Broker broker;

    private final String prefix = "large-" + UUID.randomUUID() + "-";

    @Test
    void statesThatDoNotFitIntoARoundFollowInTheNext() throws SQLException {
        var keys =
                IntStream.range(0, 70)
                        .mapToObj(number -> prefix + number)
                        .collect(Collectors.toSet());
        write(keys);

        QuarkusTransaction.requiringNew().run(() -> outbox.states("catalogue", keys));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(published()).isEqualTo(keys));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> due() == 0);
    }

    private void write(Set<String> keys) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into notes
                                select key, 1, repeat('x', 900000)
                                from unnest(?::text[]) as new (key)
                                """)) {
            insert.setArray(1, connection.createArrayOf("text", keys.toArray()));
            insert.executeUpdate();
        }
    }

    private Set<String> published() throws SQLException {
        var keys = new HashSet<String>();
        try (var topic = broker.wholeTopic("catalogue")) {
            topic.readToEnd(poll ->
                    poll.forEach(kafka -> {
                        if (kafka.key().startsWith(prefix)) {
                            keys.add(kafka.key());
                        }
                    }));
        }
        return keys;
    }

    private long due() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
