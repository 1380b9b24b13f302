package org.kamsuite.kit.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.BackOff;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.kafka.KafkaConfig;
import org.kamsuite.kit.trace.Traces;

/// Reads one topic in a thread of its own: first the database transaction, then the offsets.
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Inbox<?> inbox;
    private final FirstLoads firstLoads;
    private final Runnable applied;
    private final Broker broker;
    private final KafkaConfig config;
    private final Traces traces;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Thread thread;
    private volatile long lag;
    private volatile boolean connected;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;

    ConsumerLoop(
            Inbox<?> inbox,
            FirstLoads firstLoads,
            Runnable applied,
            Broker broker,
            KafkaConfig config,
            Traces traces) {
        this.inbox = inbox;
        this.firstLoads = firstLoads;
        this.applied = applied;
        this.broker = broker;
        this.config = config;
        this.traces = traces;
        this.thread = new Thread(this, "consumer-" + topic());
    }

    String topic() {
        return inbox.projection().topic();
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopping.set(true);
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(Duration.ofSeconds(10));
    }

    boolean alive() {
        return thread.isAlive();
    }

    /// Records of the assigned partitions that are not applied yet.
    long lag() {
        return lag;
    }

    /// Whether the broker answers.
    boolean connected() {
        return connected;
    }

    @Override
    public void run() {
        var backOff = new BackOff(config);
        while (!stopping.get()) {
            try (var consumer = broker.groupConsumer(topic())) {
                current = consumer;
                var load = new FirstLoad(topic(), broker.topic(topic()), consumer, firstLoads);
                consumer.subscribe(List.of(broker.topic(topic())), load);
                readUntilStopped(consumer, load, backOff);
            } catch (WakeupException e) {
                LOG.debugf("The consumer of %s is woken to stop", topic());
            } catch (SQLException | KafkaException e) {
                note(false);
                LOG.warnf("The consumer of %s waits: %s", topic(), e.getMessage());
                sleep(backOff.next());
            } catch (RuntimeException e) {
                note(false);
                LOG.errorf(e, "The consumer of %s failed and starts again", topic());
                sleep(backOff.next());
            } finally {
                current = null;
            }
        }
    }

    private void readUntilStopped(
            KafkaConsumer<String, byte[]> consumer, FirstLoad load, BackOff backOff)
            throws SQLException {
        var contact = BrokerContact.of(consumer.metrics());
        while (!stopping.get()) {
            var poll = consumer.poll(POLL);
            if (!poll.isEmpty()) {
                takePatiently(consumer, poll, backOff);
                consumer.commitSync();
                applied.run();
            }
            if (load.follow()) {
                applied.run();
            }
            measure(consumer);
            note(contact.holds());
        }
    }

    /// The client itself would say twice a second that the broker is away.
    private void note(boolean answers) {
        if (answers && !connected) {
            LOG.infof("The broker answers the consumer of %s", topic());
        } else if (!answers && connected) {
            LOG.warnf("The broker does not answer the consumer of %s", topic());
        }
        connected = answers;
    }

    /// Takes the poll until the database can; meanwhile the consumer stays a member of its group.
    private void takePatiently(
            KafkaConsumer<String, byte[]> consumer,
            ConsumerRecords<String, byte[]> poll,
            BackOff backOff) {
        while (true) {
            try {
                Traces.during(span(poll), () -> inbox.take(poll));
                backOff.reset();
                return;
            } catch (SQLException e) {
                LOG.warnf("The database is waited for, topic %s: %s", topic(), e.getMessage());
                waitAsMember(consumer, backOff.next());
            }
        }
    }

    private Span span(ConsumerRecords<String, byte[]> poll) {
        var parents = new ArrayList<String>();
        for (var kafka : poll) {
            var parent = CloudEvent.find(kafka.headers(), Traces.HEADER);
            if (parent != null) {
                parents.add(parent);
            }
        }
        return traces.start("process " + topic(), SpanKind.CONSUMER, parents)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", topic())
                .setAttribute("messaging.batch.message_count", poll.count());
    }

    private void waitAsMember(KafkaConsumer<String, byte[]> consumer, Duration wait) {
        var assigned = consumer.assignment();
        consumer.pause(assigned);
        sleep(wait);
        // Paused partitions deliver nothing; newly assigned ones may, and are read again from here.
        var surplus = consumer.poll(Duration.ZERO);
        for (var partition : surplus.partitions()) {
            consumer.seek(partition, surplus.records(partition).getFirst().offset());
        }
        consumer.resume(consumer.assignment());
        if (stopping.get()) {
            throw new WakeupException();
        }
    }

    private void measure(KafkaConsumer<String, byte[]> consumer) {
        var behind = 0L;
        for (var partition : consumer.assignment()) {
            behind += consumer.currentLag(partition).orElse(0);
        }
        lag = behind;
    }

    private void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            stopping.set(true);
        }
    }
}
