package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a deployment runs.
record Pod(Manifest deployment) {

    JsonNode spec() {
        return deployment.at("/spec/template/spec");
    }

    Map<String, String> labels() {
        return Manifest.texts(deployment.at("/spec/template/metadata/labels"));
    }

    Stream<JsonNode> services() {
        return Manifest.each(spec().path("containers"));
    }

    /// The containers that run and those that end before.
    Stream<JsonNode> containers() {
        return Stream.concat(services(), Manifest.each(spec().path("initContainers")));
    }

    Stream<JsonNode> volumes() {
        return Manifest.each(spec().path("volumes"));
    }

    Set<String> portNames() {
        return services()
                .flatMap(container -> Manifest.each(container.path("ports")))
                .map(port -> port.path("name").asText())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return deployment.toString();
    }
}
