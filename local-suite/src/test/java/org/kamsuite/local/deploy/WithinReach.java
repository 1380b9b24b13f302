package org.kamsuite.local.deploy;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The servers that settings name listen on ports that the pods are let out to.
final class WithinReach implements Rule {

    private static final Pattern SERVER =
            Pattern.compile("(?:^|//)[\\w.-]+:(?<port>\\d+)(?:[/?]|$)");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests.pods().flatMap(pod -> findings(pod, manifests));
    }

    private static Stream<String> findings(Pod pod, Manifests manifests) {
        return pod.containers()
                .flatMap(container -> Manifest.each(container.path("envFrom")))
                .map(from -> from.at("/configMapRef/name").asText())
                .distinct()
                .flatMap(name -> manifests.find("ConfigMap", name).stream())
                .flatMap(map -> Manifest.texts(map.at("/data")).entrySet().stream())
                .filter(setting ->
                        SERVER.matcher(setting.getValue())
                                .results()
                                .map(server -> Integer.parseInt(server.group("port")))
                                .anyMatch(port -> !isLetOut(pod, port, manifests)))
                .map(setting -> pod + " is not let out to the server of " + setting.getKey());
    }

    private static boolean isLetOut(Pod pod, int port, Manifests manifests) {
        return manifests
                .of("NetworkPolicy")
                .filter(policy ->
                        new Selector(policy.at("/spec/podSelector")).matches(pod.labels()))
                .flatMap(policy -> Manifest.each(policy.at("/spec/egress")))
                .flatMap(rule -> Manifest.each(rule.path("ports")))
                .anyMatch(allowed -> allowed.path("port").asInt() == port);
    }
}
