package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// Pods are asked how they are, and replaced without a request being lost.
final class Updates implements Rule {

    private static final List<String> PROBES =
            List.of("startupProbe", "livenessProbe", "readinessProbe");

    /// `quarkus.shutdown.timeout` of the kit, and as long for the threads to end.
    private static final int SECONDS_TO_END = 20 + 20;

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod ->
                        Stream.concat(
                                pod(pod), pod.services().flatMap(each -> container(pod, each))));
    }

    private static Stream<String> pod(Pod pod) {
        var spread = pod.spec().path("topologySpreadConstraints");
        var unavailable = pod.deployment().at("/spec/strategy/rollingUpdate/maxUnavailable");
        return new Findings(pod)
                        .unless(
                                unavailable.asText().equals("0"),
                                "goes before its successor is ready")
                        .unless(
                                !spread.isEmpty()
                                        && Manifest.each(spread)
                                                .map(each ->
                                                        new Selector(each.path("labelSelector")))
                                                .allMatch(each -> each.matches(pod.labels())),
                                "is not spread over nodes")
                        .stream();
    }

    private static Stream<String> container(Pod pod, JsonNode container) {
        var findings = new Findings(pod + "/" + container.path("name").asText());
        for (var probe : PROBES) {
            var get = container.path(probe).path("httpGet");
            findings.unless(
                    get.path("path").asText().startsWith("/q/health/")
                            && pod.portNames().contains(get.path("port").asText()),
                    "has no " + probe + " that works");
        }
        var goodbye = container.at("/lifecycle/preStop/sleep/seconds").asInt();
        var grace = pod.spec().path("terminationGracePeriodSeconds").asInt(30);
        return findings
                .unless(goodbye > 0, "goes before gateways know it")
                .unless(grace > goodbye + SECONDS_TO_END, "is killed before it has ended")
                .stream();
    }
}
