package org.kamsuite.kit.kafka;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads a topic from its beginning, outside of every consumer group.
public final class WholeTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    WholeTopic(KafkaConsumer<String, byte[]> consumer, String topic) {
        this.consumer = consumer;
        try {
            this.partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (RuntimeException e) {
            consumer.close(Duration.ZERO);
            throw e;
        }
    }

    /// The partitions that a topic has.
    public static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /// Hands on every poll, up to the end that the topic has at the time of the call; another call
    /// goes on from there.
    ///
    /// @return the number of records read
    public long readToEnd(Poll poll) throws SQLException {
        var ends = consumer.endOffsets(partitions);
        var read = 0L;
        while (!reached(ends)) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                poll.take(records);
                read += records.count();
            }
        }
        return read;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition ->
                        consumer.position(partition)
                                >= Objects.requireNonNull(ends.get(partition)));
    }

    @Override
    public void close() {
        consumer.close();
    }

    /// What is done with the records of a poll.
    @FunctionalInterface
    public interface Poll {
        void take(ConsumerRecords<String, byte[]> records) throws SQLException;
    }
}
