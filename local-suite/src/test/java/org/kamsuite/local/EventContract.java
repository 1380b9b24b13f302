package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What `docs/asyncapi.yaml` and the schemas beside it promise of the topics.
final class EventContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS =
            Path.of(System.getProperty("kam.home", ".."), "docs").toAbsolutePath().normalize();

    private final JsonNode document;
    private final JsonSchemaFactory schemas =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private EventContract(JsonNode document) {
        this.document = document;
    }

    static EventContract read() throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        return new EventContract(yaml.readTree(DOCS.resolve("asyncapi.yaml").toFile()));
    }

    /// The addresses of all channels with what is promised of their topics.
    Map<String, JsonNode> channels() {
        var channels = new TreeMap<String, JsonNode>();
        document.required("channels")
                .forEach(channel -> channels.put(channel.required("address").asText(), channel));
        return channels;
    }

    /// The topics whose records a schema describes.
    List<String> describedTopics() {
        return channels().keySet().stream()
                .filter(topic -> !topic.endsWith(".dead-letter"))
                .toList();
    }

    static String sample(String topic) throws IOException {
        return Files.readString(DOCS.resolve("events/" + topic + ".sample.json"));
    }

    /// What the data of a record violate.
    Set<ValidationMessage> violations(String topic, String data) throws IOException {
        var file = message(topic).required("payload").required("$ref").asText();
        return schemas.getSchema(Files.readString(DOCS.resolve(file)))
                .validate(JSON.readTree(data));
    }

    /// Checks every record of every described topic.
    ///
    /// @return the topics that have records
    Set<String> check(String servers) throws IOException {
        var published = new TreeSet<String>();
        for (var topic : describedTopics()) {
            var headers = headers(topic);
            var records = TopicLog.read(servers, topic);
            if (!records.isEmpty()) {
                published.add(topic);
            }
            for (var kafka : records) {
                assertThat(headers.validate(headersOf(kafka))).as(topic).isEmpty();
                assertThat(TopicLog.header(kafka, "ce_subject")).isEqualTo(kafka.key());
                if (kafka.value() != null) {
                    assertThat(violations(topic, kafka.value()))
                            .as("%s %s", topic, kafka.value())
                            .isEmpty();
                }
            }
        }
        return published;
    }

    private JsonNode message(String topic) {
        var channel = Objects.requireNonNull(channels().get(topic), topic);
        return resolve(channel.required("messages").elements().next());
    }

    /// The headers' schema without its references, so that it stands alone.
    private JsonSchema headers(String topic) throws IOException {
        var headers = message(topic).required("headers");
        var all = JSON.createObjectNode();
        var parts = all.putArray("allOf");
        for (var part : headers.required("allOf")) {
            parts.add(resolve(part));
        }
        return schemas.getSchema(all);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode headersOf(ConsumerRecord<String, String> kafka) {
        return JSON.valueToTree(
                StreamSupport.stream(kafka.headers().spliterator(), false)
                        .collect(
                                Collectors.toMap(
                                        header -> header.key(),
                                        header ->
                                                new String(
                                                        header.value(), StandardCharsets.UTF_8))));
    }
}
