package org.kamsuite.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Broker;
import org.kamsuite.embedded.Ports;

class BrokerContactTest {

    @TempDir private Path folder;

    @Test
    void isLostWithTheBroker() throws Exception {
        var port = Ports.free();
        try (var broker =
                        Broker.start(
                                folder.resolve("kafka"),
                                folder.resolve("kafka.log"),
                                port,
                                Ports.free());
                var consumer = consumer(broker.servers())) {
            var contact = BrokerContact.of(consumer.metrics());
            assertThat(contact.holds()).isFalse();
            consumer.subscribe(List.of("accounts"));

            poll(consumer, contact, true);

            broker.process().destroyForcibly().waitFor();
            poll(consumer, contact, false);
        }
    }

    private static void poll(
            KafkaConsumer<String, byte[]> consumer, BrokerContact contact, boolean expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(() -> {
                    var _ = consumer.poll(Duration.ofMillis(100));
                    return contact.holds() == expected;
                });
    }

    private static KafkaConsumer<String, byte[]> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        "contact",
                        "enable.auto.commit",
                        false,
                        "default.api.timeout.ms",
                        2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
