package org.kamsuite.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.trace.LoggedKey;

/// Brings the records of one topic into the database, each poll in one transaction.
public final class Inbox<T> {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Projection<T> projection;
    private final Decoder<T> decoder;
    private final Application<T> application;
    private final DeadLetterTopic deadLetters;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final BusinessClock clock;

    Inbox(
            Projection<T> projection,
            ObjectMapper json,
            InboxVersions versions,
            DeadLetterTopic deadLetters,
            DataSource database,
            MeterRegistry metrics,
            BusinessClock clock) {
        this.projection = projection;
        this.decoder = new Decoder<>(projection, json);
        this.application = new Application<>(projection, versions);
        this.deadLetters = deadLetters;
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    public Projection<T> projection() {
        return projection;
    }

    /// Takes a whole poll; what no retry can apply goes to the dead letters, the rest is applied.
    ///
    /// @throws SQLException only where the failure passes by itself: the same poll may be taken
    ///   again
    void take(Iterable<ConsumerRecord<String, byte[]>> poll) throws SQLException {
        var readable = new ArrayList<ConsumerRecord<String, byte[]>>();
        var arrivals = new ArrayList<Arrival<T>>();
        for (var kafka : poll) {
            try {
                decoder.decode(kafka)
                        .ifPresentOrElse(
                                arrival -> {
                                    readable.add(kafka);
                                    arrivals.add(arrival);
                                },
                                () -> count("skipped", 1));
            } catch (PoisonedRecord e) {
                bury(kafka, e);
            }
        }
        try {
            apply(arrivals);
        } catch (SQLException | RuntimeException e) {
            if (Transience.passes(e)) {
                throw e;
            }
            takeOneByOne(readable, arrivals);
        }
    }

    /// Applies one record again in the caller's transaction, whatever became of it before.
    ///
    /// @throws PoisonedRecord if it still cannot be read
    void replay(Connection connection, ConsumerRecord<String, byte[]> kafka) throws SQLException {
        apply(connection, decoder.decode(kafka).stream().toList());
    }

    /// Brings the records into the tables that the connection's search path names, in its
    /// transaction. What cannot be applied is left out: the live reader has buried it already.
    ///
    /// @throws SQLException only where the failure passes by itself
    public void load(Connection connection, Iterable<ConsumerRecord<String, byte[]>> poll)
            throws SQLException {
        var arrivals = new ArrayList<Arrival<T>>();
        for (var kafka : poll) {
            try {
                decoder.decode(kafka).ifPresent(arrivals::add);
            } catch (PoisonedRecord e) {
                LOG.debugf("A poisoned record is left out: %s", kafka.key());
            }
        }
        if (!isLoaded(connection, arrivals)) {
            for (var arrival : arrivals) {
                isLoaded(connection, List.of(arrival));
            }
        }
    }

    private boolean isLoaded(Connection connection, List<Arrival<T>> arrivals) throws SQLException {
        var before = connection.setSavepoint();
        try {
            application.apply(connection, arrivals);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException | RuntimeException e) {
            if (Transience.passes(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private void takeOneByOne(
            List<ConsumerRecord<String, byte[]>> readable, List<Arrival<T>> arrivals)
            throws SQLException {
        for (var i = 0; i < arrivals.size(); i++) {
            try {
                apply(List.of(arrivals.get(i)));
            } catch (SQLException | RuntimeException e) {
                if (Transience.passes(e)) {
                    throw e;
                }
                bury(readable.get(i), e);
            }
        }
    }

    private void apply(List<Arrival<T>> arrivals) throws SQLException {
        if (arrivals.isEmpty()) {
            return;
        }
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try {
                var keys = apply(connection, arrivals);
                connection.commit();
                count("applied", keys.size());
                count("outdated", arrivals.size() - keys.size());
                measureAge(arrivals, keys);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Set<String> apply(Connection connection, List<Arrival<T>> arrivals)
            throws SQLException {
        var keys = application.apply(connection, arrivals);
        if (!keys.isEmpty()) {
            projection.applied(connection, keys);
        }
        return keys;
    }

    /// A connection that cannot be had says nothing about the record.
    private Connection connect() throws SQLException {
        try {
            return database.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw new SQLTransientConnectionException("The database cannot be reached", "08001", e);
        }
    }

    private void bury(ConsumerRecord<String, byte[]> kafka, Exception reason) {
        try (var _ = LoggedKey.ofTopic(projection.topic(), projection.keyColumn(), kafka.key())) {
            LOG.errorf(
                    "A record cannot be applied and becomes a dead letter: topic=%s partition=%d"
                            + " offset=%d key=%s reason=%s",
                    kafka.topic(),
                    kafka.partition(),
                    kafka.offset(),
                    kafka.key(),
                    Reason.kind(reason));
        }
        deadLetters.add(kafka, Reason.of(reason));
        count("buried", 1);
    }

    /// How old the events are by the time they are applied.
    private void measureAge(List<Arrival<T>> arrivals, Set<String> keys) {
        var now = clock.instant();
        var age = metrics.timer("kam.consumer.event.age", "topic", projection.topic());
        for (var arrival : arrivals) {
            if (keys.contains(arrival.key())) {
                age.record(Duration.between(arrival.event().time(), now));
            }
        }
    }

    private void count(String outcome, int records) {
        if (records > 0) {
            metrics.counter("kam.consumer.records", "topic", projection.topic(), "outcome", outcome)
                    .increment(records);
        }
    }
}
