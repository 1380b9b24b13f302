package org.kamsuite.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What a topic holds, read as a consumer of committed records reads it.
final class TopicLog {

    private TopicLog() {}

    /// All records, each partition's in its order.
    static List<ConsumerRecord<String, String>> read(String servers, String topic) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", servers, "isolation.level", "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream()
                    .anyMatch(partition ->
                            consumer.position(partition)
                                    < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<String, String> kafka, String name) {
        return new String(kafka.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /// The version of a state: epoch and sequence, in an order that text has as well.
    static String version(ConsumerRecord<String, String> kafka) {
        return "%020d.%020d"
                .formatted(
                        Long.parseLong(header(kafka, "ce_epoch")),
                        Long.parseLong(header(kafka, "ce_sequence")));
    }
}
