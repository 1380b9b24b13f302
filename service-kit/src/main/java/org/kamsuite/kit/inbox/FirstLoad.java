package org.kamsuite.kit.inbox;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.WholeTopic;

/// Reads a topic into a new database from the beginning, up to the ends noted at the start.
///
/// The database says how far it has come, not the group's offsets: a group can be older than its
/// database.
final class FirstLoad implements ConsumerRebalanceListener {

    private final String name;
    private final String topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final FirstLoads firstLoads;
    private @Nullable Map<TopicPartition, Long> ends;

    FirstLoad(
            String name,
            String topic,
            KafkaConsumer<String, byte[]> consumer,
            FirstLoads firstLoads) {
        this.name = name;
        this.topic = topic;
        this.consumer = consumer;
        this.firstLoads = firstLoads;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        try {
            if (firstLoads.complete(name)) {
                return;
            }
            var positions = firstLoads.positions(name);
            for (var partition : partitions) {
                consumer.seek(partition, positions.getOrDefault(partition.partition(), 0L));
            }
        } catch (SQLException e) {
            throw new KafkaException("The database does not say where to read on", e);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    /// Notes what is applied, and says whether that has completed the load.
    boolean follow() throws SQLException {
        if (firstLoads.complete(name)) {
            return false;
        }
        var target = ends;
        if (target == null) {
            target = consumer.endOffsets(WholeTopic.partitions(consumer, topic));
            ends = target;
        }
        firstLoads.reached(
                name,
                consumer.assignment().stream()
                        .collect(Collectors.toMap(TopicPartition::partition, consumer::position)));
        var reached = firstLoads.positions(name);
        var complete =
                !target.isEmpty()
                        && target.entrySet().stream()
                                .allMatch(end ->
                                        reached.getOrDefault(end.getKey().partition(), 0L)
                                                >= end.getValue());
        if (complete) {
            firstLoads.completed(name);
        }
        return complete;
    }
}
