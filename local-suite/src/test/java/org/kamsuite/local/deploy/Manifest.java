package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One object of Kubernetes.
record Manifest(JsonNode json) {

    String kind() {
        return json.path("kind").asText();
    }

    String type() {
        return json.path("apiVersion").asText() + " " + kind();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    Map<String, String> labels() {
        return texts(at("/metadata/labels"));
    }

    /// Every value with this name, however deep.
    Stream<JsonNode> everything(String field) {
        return json.findValues(field).stream();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Set<String> values(JsonNode list) {
        return each(list).map(JsonNode::asText).collect(Collectors.toSet());
    }

    static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asText()));
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
