package org.kamsuite.kit.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.time.BusinessClock;

/// Where records go that no retry can apply: with the reason and their original headers.
@ApplicationScoped
class DeadLetterTopic {

    static final String SUFFIX = ".dead-letter";
    static final String REASON = "dead-letter-reason";
    static final String CONSUMER = "dead-letter-consumer";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String AT = "dead-letter-at";

    private final Broker broker;
    private final BusinessClock clock;
    private @Nullable KafkaProducer<String, byte[]> producer;

    @Inject
    DeadLetterTopic(Broker broker, BusinessClock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /// Returns only when the broker has acknowledged the record.
    ///
    /// @throws KafkaException if the broker did not
    synchronized void add(ConsumerRecord<String, byte[]> poisoned, String reason) {
        if (producer == null) {
            producer = broker.plainProducer();
        }
        var letter =
                new ProducerRecord<>(
                        poisoned.topic() + SUFFIX,
                        null,
                        poisoned.key(),
                        poisoned.value(),
                        headers(poisoned, reason));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted before the dead letter was acknowledged", e);
        }
    }

    private List<Header> headers(ConsumerRecord<String, byte[]> poisoned, String reason) {
        var headers = new ArrayList<Header>();
        poisoned.headers().forEach(headers::add);
        headers.add(CloudEvent.header(REASON, reason));
        headers.add(CloudEvent.header(CONSUMER, broker.service()));
        headers.add(CloudEvent.header(PARTITION, Integer.toString(poisoned.partition())));
        headers.add(CloudEvent.header(OFFSET, Long.toString(poisoned.offset())));
        headers.add(CloudEvent.header(AT, clock.instant().toString()));
        return headers;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
