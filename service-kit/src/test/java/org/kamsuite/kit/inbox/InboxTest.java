package org.kamsuite.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.time.BusinessClock;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class InboxTest {

    @Inject BusinessClock clock;
    @Inject DataSource database;
    @Inject ObjectMapper json;
    @Inject InboxVersions versions;
    @Inject DeadLetterTopic deadLetters;
    @Inject MeterRegistry metrics;
    @Inject Broker broker;

    private final String key = "note-" + UUID.randomUUID();

    @Test
    void buriesALargeRefusedRecordWithoutRepeatingIt() throws SQLException {
        inbox(database).take(List.of(note("x".repeat(3 * 1024 * 1024))));

        var letters = letters();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().value()).hasSizeGreaterThan(3 * 1024 * 1024);
        assertThat(CloudEvent.find(letters.getFirst().headers(), DeadLetterTopic.REASON))
                .startsWith("23514: ")
                .contains("notes_short")
                .doesNotContain("xxxx")
                .hasSizeLessThanOrEqualTo(Reason.LONGEST);
    }

    @Test
    void saysInTheLogWhichRecordItBuries() throws SQLException, JsonProcessingException {
        var lines = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger(Inbox.class.getName());
        var handler = handler(lines);

        logger.addHandler(handler);
        inbox(database).take(List.of(note("x".repeat(1_000_000))));
        logger.removeHandler(handler);

        lines.removeIf(line -> !line.contains(key));
        assertThat(lines).hasSize(1);
        var mdc = json.readTree(lines.getFirst()).path("mdc");
        assertThat(mdc.path("topic").asText()).isEqualTo("opportunities");
        assertThat(mdc.path("key").asText()).isEqualTo(key);
    }

    @Test
    void measuresHowOldAnEventIsWhenItIsApplied() throws SQLException {
        var timer = metrics.timer("kam.consumer.event.age", "topic", "opportunities");
        var before = timer.count();

        inbox(database).take(List.of(note("short")));
        inbox(database).take(List.of(note("outdated")));

        assertThat(timer.count()).isEqualTo(before + 1);
        assertThat(timer.max(TimeUnit.DAYS)).isPositive();
    }

    @Test
    void waitsForADatabaseThatRefusesConnections() throws SQLException {
        for (var refused :
                List.of(
                        new SQLException("password authentication failed", "28P01"),
                        new SQLException("an unknown refusal", "99999"),
                        new IllegalStateException("the pool is closed"))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> inbox(failing(refused)).take(List.of(note("short"))));
        }
        assertThat(letters()).isEmpty();
    }

    private Inbox<String> inbox(DataSource source) {
        return new Inbox<>(
                new NoteProjection(), json, versions, deadLetters, source, metrics, clock);
    }

    /// Writes lines as production does.
    private static Handler handler(List<String> lines) {
        return new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord logged) {
                lines.add(new JsonFormatter().format(logged));
            }
        };
    }

    private static DataSource failing(Exception failure) {
        return (DataSource)
                Proxy.newProxyInstance(
                        InboxTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            throw failure;
                        });
    }

    private ConsumerRecord<String, byte[]> note(String text) {
        var record =
                new ConsumerRecord<>(
                        "opportunities",
                        0,
                        0,
                        key,
                        ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8));
        CloudEvent.headers(UUID.randomUUID(), "note.v1", "test", key, Instant.EPOCH, 1, 1)
                .forEach(record.headers()::add);
        return record;
    }

    private List<ConsumerRecord<String, byte[]>> letters() throws SQLException {
        var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var topic = broker.wholeTopic("opportunities" + DeadLetterTopic.SUFFIX)) {
            topic.readToEnd(poll ->
                    poll.forEach(kafka -> {
                        if (kafka.key().equals(key)) {
                            letters.add(kafka);
                        }
                    }));
        }
        return letters;
    }
}
