package org.kamsuite.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.KafkaConfig;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.trace.Traces;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class FirstLoadTest {

    @Inject BusinessClock clock;
    @Inject Traces traces;
    @Inject DataSource database;
    @Inject ObjectMapper json;
    @Inject InboxVersions versions;
    @Inject DeadLetterTopic deadLetters;
    @Inject MeterRegistry metrics;
    @Inject Broker broker;
    @Inject KafkaConfig kafka;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void aNewDatabaseIsLoadedThoughTheGroupHasReadTheTopic() throws Exception {
        var key = "note-" + UUID.randomUUID();
        try (var events = new TestEvents(servers)) {
            events.send("opportunities", key, "note.v1", 1, "\"known\"");
        }
        readUntilLoaded();
        assertThat(notes(key)).isEqualTo(1);
        makeTheDatabaseNew();

        readUntilLoaded();

        assertThat(notes(key)).isEqualTo(1);
    }

    private void readUntilLoaded() throws InterruptedException {
        var projection = new NoteProjection();
        var firstLoads = new FirstLoads(database, List.of(projection));
        var inbox = new Inbox<>(projection, json, versions, deadLetters, database, metrics, clock);
        var loop = new ConsumerLoop(inbox, firstLoads, () -> {}, broker, kafka, traces);
        loop.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(firstLoads::complete);
        } finally {
            loop.stop();
        }
    }

    private void makeTheDatabaseNew() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table :
                    List.of("notes", "inbox_versions", "inbox_load_positions", "inbox_loads")) {
                statement.execute("delete from " + table);
            }
        }
    }

    private long notes(String key) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select count(*) from notes where key = ?")) {
            select.setString(1, key);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
