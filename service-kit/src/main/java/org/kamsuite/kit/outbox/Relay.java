package org.kamsuite.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.kamsuite.kit.kafka.BackOff;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.KafkaConfig;

/// Publishes the outbox: one relay at a time per database leads, the others wait for the lead.
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Publication publication;
    private final OutboxConfig outbox;
    private final KafkaConfig kafka;
    private final Broker broker;
    private final Config config;
    private final MeterRegistry metrics;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean leading;

    @Inject
    Relay(
            Publication publication,
            OutboxConfig outbox,
            KafkaConfig kafka,
            Broker broker,
            Config config,
            MeterRegistry metrics) {
        this.publication = publication;
        this.outbox = outbox;
        this.kafka = kafka;
        this.broker = broker;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(5000) StartupEvent start) {
        thread.start();
    }

    void stop(@Observes @Priority(100) ShutdownEvent shutdown) throws InterruptedException {
        stopped.countDown();
        wake();
        thread.join(Duration.ofSeconds(10));
        thread.interrupt();
    }

    /// There is something new to publish.
    public void wake() {
        woken.release();
    }

    public boolean alive() {
        return thread.isAlive();
    }

    public boolean leading() {
        return leading;
    }

    private void run() {
        var backOff = new BackOff(kafka);
        while (!stopping()) {
            try {
                lead(backOff);
                sleep(outbox.leaderSilence().dividedBy(10));
            } catch (SQLException | KafkaException | IllegalStateException e) {
                failed();
                LOG.warnf("The relay waits: %s", e.getMessage());
                sleep(backOff.next());
            } catch (RuntimeException e) {
                failed();
                LOG.error("The relay failed and starts again", e);
                sleep(backOff.next());
            }
        }
    }

    private boolean stopping() {
        return stopped.getCount() == 0;
    }

    private void failed() {
        metrics.counter("kam.relay.failures").increment();
    }

    private void lead(BackOff backOff) throws SQLException {
        var taken = Leadership.take(config, outbox.leaderSilence());
        if (taken.isEmpty()) {
            return;
        }
        try (var leadership = taken.get();
                var producer = broker.fencingProducer("relay")) {
            producer.initTransactions();
            leading = true;
            LOG.info("This process leads the relay");
            while (!stopping()) {
                leadership.confirm();
                drain(producer, leadership);
                backOff.reset();
                pause(outbox.sweep());
            }
            drain(producer, leadership);
        } finally {
            leading = false;
        }
    }

    private void drain(Producer<String, byte[]> producer, Leadership leadership)
            throws SQLException {
        while (publication.publish(producer) > 0) {
            leadership.confirm();
        }
    }

    /// Waits without minding commits: this process has nothing to publish with.
    private void sleep(Duration atMost) {
        try {
            var _ = stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    private void pause(Duration atMost) {
        try {
            var _ = woken.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            woken.drainPermits();
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }
}
