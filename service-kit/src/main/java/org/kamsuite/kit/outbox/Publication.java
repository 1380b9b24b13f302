package org.kamsuite.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;

/// One round of the relay: reads what is due in one snapshot, publishes it in one Kafka
/// transaction, and after the broker's acknowledgement deletes exactly the rows it read.
///
/// A crash in between publishes again, which readers notice by epoch and sequence or by event id.
@ApplicationScoped
class Publication {

    private final DataSource database;
    private final OutboxRows outbox;
    private final OutboxConfig config;
    private final Broker broker;
    private final BusinessClock clock;
    private final Epoch epochs;
    private final Gravestones gravestones;
    private final Map<String, StateSource> sources;

    @Inject
    Publication(
            DataSource database,
            OutboxRows outbox,
            OutboxConfig config,
            Broker broker,
            BusinessClock clock,
            Epoch epochs,
            Gravestones gravestones,
            @All List<StateSource> sources) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.broker = broker;
        this.clock = clock;
        this.epochs = epochs;
        this.gravestones = gravestones;
        this.sources =
                sources.stream().collect(Collectors.toMap(StateSource::topic, Function.identity()));
    }

    /// Publishes one round and says how many rows it took.
    int publish(Producer<String, byte[]> producer) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var published = publish(connection, producer);
                connection.commit();
                return published;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private int publish(Connection connection, Producer<String, byte[]> producer)
            throws SQLException {
        limitIdleness(connection);
        var rows = outbox.due(connection, config.rows());
        if (rows.isEmpty()) {
            return 0;
        }
        var epoch = epochs.current(connection);
        List<OutboxRow> sent;
        producer.beginTransaction();
        try {
            sent = sendStates(connection, producer, rows, epoch);
            sendChanges(connection, producer, rows, epoch);
            producer.commitTransaction();
        } catch (SQLException | RuntimeException e) {
            abort(producer, e);
            throw e;
        }
        outbox.delete(connection, sent);
        return sent.size();
    }

    /// Sends states until the round is full, and answers the rows that are done with.
    private List<OutboxRow> sendStates(
            Connection connection,
            Producer<String, byte[]> producer,
            List<OutboxRow> rows,
            long epoch)
            throws SQLException {
        var keysByTopic =
                rows.stream()
                        .filter(row -> row.changeId() == null)
                        .collect(
                                groupingBy(
                                        OutboxRow::topic,
                                        LinkedHashMap::new,
                                        mapping(OutboxRow::key, toCollection(LinkedHashSet::new))));
        var room = config.roundBytes();
        var sent = new HashSet<Due>();
        for (var due : keysByTopic.entrySet()) {
            var source =
                    Objects.requireNonNull(
                            sources.get(due.getKey()),
                            () -> "No state source for the topic " + due.getKey());
            var keys = new ArrayList<>(due.getValue());
            for (var from = 0; from < keys.size() && room > 0; from += config.statesAtOnce()) {
                var some = keys.subList(from, Math.min(keys.size(), from + config.statesAtOnce()));
                room -= sendStates(connection, producer, source, some, epoch);
                some.forEach(key -> sent.add(new Due(source.topic(), key)));
            }
        }
        return rows.stream()
                .filter(row ->
                        row.changeId() != null || sent.contains(new Due(row.topic(), row.key())))
                .toList();
    }

    /// Answers the bytes sent.
    private long sendStates(
            Connection connection,
            Producer<String, byte[]> producer,
            StateSource source,
            List<String> keys,
            long epoch)
            throws SQLException {
        var states = source.read(connection, keys);
        var gone = keys.stream().filter(key -> !states.containsKey(key)).toList();
        var tombstones = gravestones.add(source.topic(), epoch, gone);
        var bases = gravestones.bases(connection, source.topic(), epoch, keys);
        var bytes = 0L;
        for (var key : keys) {
            var state = states.get(key);
            if (state == null) {
                var sequence = Objects.requireNonNull(tombstones.get(key));
                bytes += send(producer, source, key, new StateEvent("gone", epoch, sequence, null));
            } else {
                var sequence = bases.getOrDefault(key, 0L) + state.sequence();
                var event = new StateEvent(state.type(), state.epoch(), sequence, state.data());
                bytes += send(producer, source, key, event);
            }
        }
        return bytes;
    }

    private int send(
            Producer<String, byte[]> producer, StateSource source, String key, StateEvent state) {
        var headers =
                CloudEvent.headers(
                        Ids.next(),
                        state.type(),
                        broker.service(),
                        key,
                        clock.instant(),
                        state.epoch(),
                        state.sequence());
        var data = state.data() == null ? null : state.data().toString();
        return send(producer, source.topic(), key, data, headers);
    }

    private void sendChanges(
            Connection connection,
            Producer<String, byte[]> producer,
            List<OutboxRow> rows,
            long epoch)
            throws SQLException {
        var ids = rows.stream().map(OutboxRow::changeId).filter(Objects::nonNull).toList();
        if (ids.isEmpty()) {
            return;
        }
        for (var change : outbox.changes(connection, ids)) {
            var headers =
                    CloudEvent.headers(
                            change.id(),
                            change.type(),
                            broker.service(),
                            change.key(),
                            change.occurredAt(),
                            epoch,
                            change.data().path("sequence").asLong());
            send(producer, change.topic(), change.key(), change.data().toString(), headers);
        }
        outbox.number(connection, ids);
    }

    private int send(
            Producer<String, byte[]> producer,
            String topic,
            String key,
            @Nullable String data,
            List<Header> headers) {
        var value = data == null ? null : data.getBytes(StandardCharsets.UTF_8);
        // A failed send fails the commit of the Kafka transaction, so its future need not be kept.
        var _ = producer.send(new ProducerRecord<>(broker.topic(topic), null, key, value, headers));
        return value == null ? 0 : value.length;
    }

    /// PostgreSQL ends the transaction of a frozen relay, so that its snapshot and locks do not
    /// stay.
    private void limitIdleness(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local idle_in_transaction_session_timeout = "
                            + config.leaderSilence().multipliedBy(4).toMillis());
        }
    }

    private static void abort(Producer<String, byte[]> producer, Exception cause) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /// A state that is due.
    private record Due(String topic, String key) {}
}
