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
import org.kamsuite.kit.trace.Traces;

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
    private final Traces traces;
    private final States states;
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
            Traces traces,
            States states,
            @All List<StateSource> sources) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.broker = broker;
        this.clock = clock;
        this.epochs = epochs;
        this.gravestones = gravestones;
        this.traces = traces;
        this.states = states;
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
        var round = new Round(producer, epochs.current(connection), new RoundSpans(traces, rows));
        List<OutboxRow> sent;
        producer.beginTransaction();
        try {
            sent = sendStates(connection, round, rows);
            sendChanges(connection, round, rows);
            producer.commitTransaction();
            round.spans().acknowledged();
        } catch (SQLException | RuntimeException e) {
            round.spans().failed(e);
            abort(producer, e);
            throw e;
        }
        outbox.delete(connection, sent);
        return sent.size();
    }

    /// Sends states until the round is full, and answers the rows that are done with.
    private List<OutboxRow> sendStates(Connection connection, Round round, List<OutboxRow> rows)
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
        var sent = new HashSet<Object>();
        for (var due : keysByTopic.entrySet()) {
            var source =
                    Objects.requireNonNull(
                            sources.get(due.getKey()),
                            () -> "No state source for the topic " + due.getKey());
            var keys = new ArrayList<>(due.getValue());
            for (var from = 0; from < keys.size() && room > 0; from += config.statesAtOnce()) {
                var some = keys.subList(from, Math.min(keys.size(), from + config.statesAtOnce()));
                room -= sendStates(connection, round, source, some);
                some.forEach(key -> sent.add(new OutboxRow.Due(source.topic(), key)));
            }
        }
        return rows.stream()
                .filter(row -> row.changeId() != null || sent.contains(row.subject()))
                .toList();
    }

    /// Answers the bytes sent.
    private long sendStates(
            Connection connection, Round round, StateSource source, List<String> keys)
            throws SQLException {
        var epoch = round.epoch();
        var states = this.states.read(connection, source, keys);
        var gone = keys.stream().filter(key -> !states.containsKey(key)).toList();
        var tombstones = gravestones.add(source.topic(), epoch, gone);
        var bases = gravestones.bases(connection, source.topic(), epoch, keys);
        var bytes = 0L;
        for (var key : keys) {
            var state = states.get(key);
            if (state == null) {
                var sequence = Objects.requireNonNull(tombstones.get(key));
                bytes += send(round, source, key, new StateEvent("gone", epoch, sequence, null));
            } else {
                var sequence = bases.getOrDefault(key, 0L) + state.sequence();
                var event = new StateEvent(state.type(), state.epoch(), sequence, state.data());
                bytes += send(round, source, key, event);
            }
        }
        return bytes;
    }

    private int send(Round round, StateSource source, String key, StateEvent state) {
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
        return send(
                round, new OutboxRow.Due(source.topic(), key), source.topic(), key, data, headers);
    }

    private void sendChanges(Connection connection, Round round, List<OutboxRow> rows)
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
                            round.epoch(),
                            change.data().path("sequence").asLong());
            send(
                    round,
                    change.id(),
                    change.topic(),
                    change.key(),
                    change.data().toString(),
                    headers);
        }
        outbox.number(connection, ids);
    }

    private int send(
            Round round,
            Object subject,
            String topic,
            String key,
            @Nullable String data,
            List<Header> headers) {
        var value = data == null ? null : data.getBytes(StandardCharsets.UTF_8);
        var event = new ProducerRecord<>(broker.topic(topic), null, key, value, headers);
        round.spans().header(subject, topic).forEach(event.headers()::add);
        // A failed send fails the commit of the Kafka transaction, so its future need not be kept.
        var _ = round.producer().send(event);
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

    private record Round(Producer<String, byte[]> producer, long epoch, RoundSpans spans) {}
}
