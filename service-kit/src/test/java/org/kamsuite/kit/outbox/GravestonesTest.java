package org.kamsuite.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class GravestonesTest {

    private static final Comparator<Published> BY_VERSION =
            Comparator.comparingLong(Published::epoch).thenComparingLong(Published::sequence);

    @Inject DataSource database;
    @Inject Outbox outbox;
    @Inject Broker broker;
    @Inject Gravestones gravestones;
    @Inject Epoch epoch;
    @Inject Republication republication;
    @Inject LostStates lostStates;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private final String key = "note-" + UUID.randomUUID();

    @Test
    void aStateThatComesBackOutranksItsTombstone() throws SQLException {
        write(5);
        file(1);
        erase();
        file(2);
        write(1);
        file(3);
        erase();
        file(4);
        write(1);

        var published = file(5);

        assertThat(published).isSortedAccordingTo(BY_VERSION).doesNotHaveDuplicates();
        assertThat(published)
                .extracting(Published::removed)
                .containsExactly(false, true, false, true, false);
        assertThat(published.getFirst().sequence()).isEqualTo(5);
    }

    @Test
    void aStateThatARestoreLostOutranksItsTombstoneWhenItComesBack() throws SQLException {
        try (var events = new TestEvents(servers)) {
            events.send("catalogue", key, "note.v1", 70, "\"lost\"");
        }
        republication.start(true);
        assertThat(lostStates.file("catalogue").lost()).isPositive();
        await(2);
        write(1);

        var published = file(3);

        assertThat(published).isSortedAccordingTo(BY_VERSION).doesNotHaveDuplicates();
        assertThat(published).extracting(Published::removed).containsExactly(false, true, false);
        assertThat(published.get(1).epoch()).isGreaterThan(1);
    }

    @Test
    void aStateThatComesBackBeforeItsTombstoneIsOutOutranksTheFormerOne() throws SQLException {
        write(5);
        file(1);
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    erase();
                    outbox.gone("catalogue", List.of(key));
                    write(1);
                    outbox.state("catalogue", key);
                    return true;
                });

        var published = await(2);

        assertThat(published).isSortedAccordingTo(BY_VERSION).doesNotHaveDuplicates();
        assertThat(published).extracting(Published::removed).containsExactly(false, false);
    }

    @Test
    void aTombstoneThatWasNotedAndNotSentIsOutrankedToo() throws SQLException {
        write(5);
        file(1);
        // As after a crash of the relay between the gravestone and the broker.
        var unsent = gravestones.add("catalogue", epoch.current(), List.of(key)).get(key);
        erase();
        QuarkusTransaction.requiringNew().run(() -> outbox.gone("catalogue", List.of(key)));
        await(2);
        write(1);

        var published = file(3);

        assertThat(published).isSortedAccordingTo(BY_VERSION).doesNotHaveDuplicates();
        assertThat(published).extracting(Published::removed).containsExactly(false, true, false);
        assertThat(published.get(1).sequence()).isGreaterThan(unsent);
    }

    @Test
    void aRemovalThatIsRolledBackIsNotNoted() throws SQLException {
        write(5);
        file(1);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    outbox.gone("catalogue", List.of(key));
                                    throw new IllegalStateException("taken back");
                                }));

        var published = file(2);

        assertThat(published).extracting(Published::sequence).containsExactly(5L, 5L);
    }

    private void write(long version) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into notes values (?, ?, 'x')")) {
            insert.setString(1, key);
            insert.setLong(2, version);
            insert.executeUpdate();
        }
    }

    private void erase() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from notes where key = ?")) {
            delete.setString(1, key);
            delete.executeUpdate();
        }
    }

    private List<Published> file(int expected) {
        QuarkusTransaction.requiringNew().run(() -> outbox.state("catalogue", key));
        return await(expected);
    }

    private List<Published> await(int expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(this::published, all -> all.size() == expected);
    }

    private List<Published> published() throws SQLException {
        var all = new ArrayList<Published>();
        try (var topic = broker.wholeTopic("catalogue")) {
            topic.readToEnd(poll ->
                    poll.forEach(kafka -> {
                        if (kafka.key().equals(key)) {
                            var event = CloudEvent.of(kafka.headers());
                            all.add(
                                    new Published(
                                            event.epoch(),
                                            event.sequence(),
                                            kafka.value() == null));
                        }
                    }));
        }
        return all;
    }

    private record Published(long epoch, long sequence, boolean removed) {}
}
