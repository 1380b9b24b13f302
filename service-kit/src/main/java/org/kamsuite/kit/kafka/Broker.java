package org.kamsuite.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes the clients of the broker, with the settings that the kit's guarantees rest on.
@ApplicationScoped
public class Broker {

    private final Map<String, Object> connection;
    private final KafkaConfig config;
    private final String service;

    @Inject
    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            KafkaConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.connection = connection;
        this.config = config;
        this.service = service;
    }

    /// The name of the service, which is its consumer group and its transactional identity.
    public String service() {
        return service;
    }

    /// The topic's name at the broker.
    public String topic(String name) {
        return prefix() + name;
    }

    /// The topic's name in the suite.
    public String name(String topic) {
        return topic.substring(prefix().length());
    }

    /// A producer that fences every earlier one of the same identity.
    public KafkaProducer<String, byte[]> fencingProducer(String identity) {
        var settings = producerSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix() + service + "-" + identity);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000);
        return producer(settings);
    }

    /// A producer that writes each record once and waits for all replicas.
    public KafkaProducer<String, byte[]> plainProducer() {
        return producer(producerSettings());
    }

    /// A member of the service's group on committed records, from the beginning at first.
    public KafkaConsumer<String, byte[]> groupConsumer(String name) {
        var settings = consumerSettings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, prefix() + service + "." + name);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return consumer(settings);
    }

    /// A reader of the topic from its beginning, outside of every group.
    public WholeTopic wholeTopic(String name) {
        return new WholeTopic(consumer(consumerSettings()), topic(name));
    }

    private String prefix() {
        return config.prefix().orElse("");
    }

    private Map<String, Object> producerSettings() {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.maxEventBytes() + 65_536);
        return settings;
    }

    private Map<String, Object> consumerSettings() {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.pollRecords());
        settings.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, config.maxEventBytes() + 65_536);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return settings;
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
