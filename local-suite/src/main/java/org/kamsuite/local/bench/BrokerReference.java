package org.kamsuite.local.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kamsuite.local.Trouble;

/// The round trip of the plain client: producer, consumer, one row written.
final class BrokerReference implements AutoCloseable {

    private static final String TOPIC = "bench";

    private final String servers;
    private final DatabaseReference database;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    BrokerReference(String servers, DatabaseReference database) throws InterruptedException {
        this.servers = servers;
        this.database = database;
        create();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "fetch.max.wait.ms", 100),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
    }

    /// From the send until the row is committed.
    Duration roundTrip() throws SQLException, InterruptedException, ExecutionException {
        var start = System.nanoTime();
        producer.send(new ProducerRecord<>(TOPIC, "key", "x".repeat(2000))).get();
        while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
            Thread.onSpinWait();
        }
        database.upsert();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void create() throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new Trouble("The reference topic could not be made: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
