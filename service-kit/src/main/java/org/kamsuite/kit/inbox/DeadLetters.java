package org.kamsuite.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.query.Page;

/// The records that this service could not apply: listed, and replayed once what was wrong is
/// mended.
@ApplicationScoped
public class DeadLetters {

    private final Broker broker;
    private final Inboxes inboxes;
    private final DataSource database;

    @Inject
    DeadLetters(Broker broker, Inboxes inboxes, DataSource database) {
        this.broker = broker;
        this.inboxes = inboxes;
        this.database = database;
    }

    /// The letters of a topic that this service wrote and that lie after the place, by partition
    /// and offset.
    public Page<Letter> page(String topic, Place after, int limit) {
        requireReader(topic);
        var letters = new TreeMap<Place, Letter>();
        each(
                topic,
                kafka -> {
                    var place = new Place(kafka.partition(), kafka.offset());
                    if (place.compareTo(after) > 0 && isOurs(kafka)) {
                        letters.put(place, Letter.of(kafka));
                        if (letters.size() > limit + 1) {
                            letters.pollLastEntry();
                        }
                    }
                });
        if (letters.size() <= limit) {
            return new Page<>(List.copyOf(letters.values()), null, null);
        }
        letters.pollLastEntry();
        return new Page<>(List.copyOf(letters.values()), letters.lastKey().toString(), null);
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> kafka) {
        return broker.service().equals(CloudEvent.find(kafka.headers(), DeadLetterTopic.CONSUMER));
    }

    /// Applies a letter again; a letter that is still poisoned says why.
    @Transactional
    public void replay(String topic, int partition, long offset, String by) {
        var inbox = requireReader(topic);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        each(
                topic,
                kafka -> {
                    if (kafka.partition() == partition && kafka.offset() == offset) {
                        found.add(kafka);
                    }
                });
        if (found.isEmpty()) {
            throw new NotFound("dead letter", topic + "/" + partition + "/" + offset);
        }
        try (var connection = database.getConnection()) {
            inbox.replay(connection, found.getFirst());
            remember(connection, topic, partition, offset, by);
        } catch (PoisonedRecord e) {
            throw new Unprocessable("still-poisoned", Reason.of(e));
        } catch (SQLException e) {
            if (!Transience.passes(e)) {
                throw new Unprocessable("still-poisoned", Reason.of(e));
            }
            throw new IllegalStateException("The dead letter could not be replayed", e);
        }
    }

    private static void remember(
            Connection connection, String topic, int partition, long offset, String by)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into dead_letter_replays (
                            topic, partition, record_offset, replayed_by)
                        values (?, ?, ?, ?)
                        on conflict do nothing
                        """)) {
            insert.setString(1, topic);
            insert.setInt(2, partition);
            insert.setLong(3, offset);
            insert.setString(4, by);
            insert.executeUpdate();
        }
    }

    private Inbox<?> requireReader(String topic) {
        return inboxes.of(topic)
                .orElseThrow(() -> new NotFound("topic that this service reads named", topic));
    }

    private void each(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var letters = broker.wholeTopic(topic + DeadLetterTopic.SUFFIX)) {
            letters.readToEnd(poll -> poll.forEach(reader));
        } catch (KafkaException e) {
            throw new BrokerAway(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters could not be read", e);
        }
    }

    /// Where a letter lies in its topic; also written as a cursor.
    public record Place(int partition, long offset) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::partition).thenComparingLong(Place::offset);

        /// The place that a cursor names, or the one before all others.
        public static Place after(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(-1, -1);
            }
            if (!cursor.matches("[0-9]{1,9}-[0-9]{1,18}")) {
                throw new Invalid("cursor", "The cursor is not one of this list");
            }
            var parts = cursor.split("-", 2);
            return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return partition + "-" + offset;
        }
    }

    /// A record that could not be applied, where it came from, and why.
    public record Letter(
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String reason,
            @Nullable String at,
            @Nullable String eventType,
            @Nullable String value) {

        private static final int LONGEST = 10_000;

        static Letter of(ConsumerRecord<String, byte[]> kafka) {
            var value =
                    kafka.value() == null
                            ? null
                            : new String(kafka.value(), StandardCharsets.UTF_8);
            return new Letter(
                    kafka.partition(),
                    kafka.offset(),
                    kafka.key(),
                    CloudEvent.find(kafka.headers(), DeadLetterTopic.REASON),
                    CloudEvent.find(kafka.headers(), DeadLetterTopic.AT),
                    CloudEvent.find(kafka.headers(), "ce_type"),
                    value == null || value.length() <= LONGEST
                            ? value
                            : value.substring(0, LONGEST));
        }
    }
}
