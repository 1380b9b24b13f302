package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.Topics;

/// The description of the events agrees with itself and with the topics that are made.
class EventContractTest {

    @Test
    void everySampleIsWhatItsSchemaDescribes() throws IOException {
        var contract = EventContract.read();

        assertThat(contract.describedTopics()).isNotEmpty();
        for (var topic : contract.describedTopics()) {
            assertThat(contract.violations(topic, EventContract.sample(topic))).as(topic).isEmpty();
        }
    }

    @Test
    void aFieldThatIsNotDescribedViolatesTheContract() throws IOException {
        var contract = EventContract.read();

        for (var topic : contract.describedTopics()) {
            var sample = EventContract.sample(topic).replaceFirst("\\{", "{ \"other\": 1, ");

            assertThat(contract.violations(topic, sample)).as(topic).isNotEmpty();
        }
    }

    @Test
    void theTopicsAreMadeAsDescribed() throws IOException {
        var channels = EventContract.read().channels();

        assertThat(Topics.all())
                .extracting(topic -> topic.name())
                .containsExactlyInAnyOrderElementsOf(channels.keySet());
        for (var topic : Topics.all()) {
            var kafka = Objects.requireNonNull(channels.get(topic.name())).at("/bindings/kafka");
            assertThat(kafka.required("partitions").asInt()).isEqualTo(topic.numPartitions());
            assertThat(settings(kafka.required("topicConfiguration")))
                    .as(topic.name())
                    .isEqualTo(topic.configs());
        }
    }

    private static Map<String, String> settings(JsonNode described) {
        return described.properties().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                setting ->
                                        setting.getValue().isArray()
                                                ? setting.getValue().get(0).asText()
                                                : setting.getValue().asText()));
    }
}
