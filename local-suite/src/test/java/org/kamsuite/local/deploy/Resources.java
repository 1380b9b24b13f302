package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/// Every container says what it needs, and how much memory it gets at most.
final class Resources implements Rule {

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers().flatMap(container -> findings(pod, container)));
    }

    private static Stream<String> findings(Pod pod, JsonNode container) {
        var resources = container.path("resources");
        return new Findings(pod + "/" + container.path("name").asText())
                        .unless(
                                resources.path("requests").has("cpu"),
                                "does not say how much CPU it needs")
                        .unless(
                                resources.path("requests").has("memory"),
                                "does not say how much memory it needs")
                        .unless(resources.path("limits").has("memory"), "may take all memory")
                        .stream();
    }
}
