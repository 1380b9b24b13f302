package org.kamsuite.embedded;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// The topics of the suite with their policies, as `docs/architecture.md` fixes them.
public final class Topics {

    private static final int PARTITIONS = 6;
    private static final List<String> COMPACTED =
            List.of("company", "accounts", "scores", "white-space", "opportunities", "catalogue");
    private static final String LARGEST_MESSAGE = "4259840";
    private static final Map<String, String> COMPACT =
            Map.of(
                    "cleanup.policy", "compact",
                    "max.message.bytes", LARGEST_MESSAGE,
                    "delete.retention.ms", "604800000",
                    "max.compaction.lag.ms", "86400000");
    private static final Map<String, String> DELETE =
            Map.of("cleanup.policy", "delete", "retention.ms", "2592000000");
    private static final Map<String, String> DEAD_LETTER =
            Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", "2592000000",
                    "max.message.bytes", LARGEST_MESSAGE);

    private Topics() {}

    /// Creates those that are missing.
    public static void create(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            for (var creation : admin.createTopics(all()).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("A topic could not be created", e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were created", e);
        }
    }

    /// Every topic as it is made.
    public static List<NewTopic> all() {
        return Stream.concat(
                        COMPACTED.stream()
                                .flatMap(name ->
                                        Stream.of(
                                                topic(name, PARTITIONS, COMPACT),
                                                topic(name + ".dead-letter", 1, DEAD_LETTER))),
                        Stream.of(topic("account-changes", PARTITIONS, DELETE)))
                .toList();
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> policy) {
        return new NewTopic(name, partitions, (short) 1).configs(policy);
    }
}
