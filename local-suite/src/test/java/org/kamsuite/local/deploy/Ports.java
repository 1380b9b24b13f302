package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ports that are named exist, and numbers are those of ports.
final class Ports implements Rule {

    private static final Set<String> NUMBERS =
            Set.of("port", "containerPort", "targetPort", "nodePort", "hostPort");
    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.all().stream().flatMap(Ports::numbers),
                        manifests.of("Service").flatMap(each -> targets(each, manifests)),
                        manifests.of("NetworkPolicy").flatMap(each -> policy(each, manifests)),
                        manifests.of("HTTPRoute").flatMap(each -> route(each, manifests)),
                        manifests.of("Ingress").flatMap(each -> ingress(each, manifests)),
                        manifests.of("ServiceMonitor").flatMap(each -> monitor(each, manifests)))
                .flatMap(each -> each);
    }

    private static Stream<String> numbers(Manifest manifest) {
        var named =
                manifest.everything("ports").flatMap(Manifest::each).map(port -> port.path("name"));
        return Stream.concat(NUMBERS.stream().flatMap(manifest::everything), named)
                .filter(JsonNode::isValueNode)
                .filter(port -> !isPort(port))
                .map(port -> manifest + " has a port that is none: " + port);
    }

    private static boolean isPort(JsonNode port) {
        return port.isNumber()
                ? port.asInt() >= 1 && port.asInt() <= 65_535
                : port.asText().length() <= 15 && NAME.matcher(port.asText()).matches();
    }

    private static Stream<String> targets(Manifest service, Manifests manifests) {
        var labels = Manifest.texts(service.at("/spec/selector"));
        return Manifest.each(service.at("/spec/ports"))
                .map(port -> port.path("targetPort").asText())
                .filter(target ->
                        manifests
                                .pods()
                                .filter(pod ->
                                        pod.labels().entrySet().containsAll(labels.entrySet()))
                                .noneMatch(pod -> pod.portNames().contains(target)))
                .map(target -> service + " leads to a port that is not there: " + target);
    }

    private static Stream<String> policy(Manifest policy, Manifests manifests) {
        var selector = new Selector(policy.at("/spec/podSelector"));
        var names =
                manifests
                        .pods()
                        .filter(pod -> selector.matches(pod.labels()))
                        .flatMap(pod -> pod.portNames().stream())
                        .collect(Collectors.toSet());
        return Manifest.each(policy.at("/spec/ingress"))
                .flatMap(rule -> Manifest.each(rule.path("ports")))
                .map(port -> port.path("port"))
                .filter(port -> port.isTextual() && !names.contains(port.asText()))
                .map(port -> policy + " opens a port that is not there: " + port.asText());
    }

    private static Stream<String> route(Manifest route, Manifests manifests) {
        return route.everything("backendRefs")
                .flatMap(Manifest::each)
                .filter(backend ->
                        services(manifests, backend.path("name").asText())
                                .noneMatch(port -> port.path("port").equals(backend.path("port"))))
                .map(backend -> route + " leads to a port that is not there: " + backend);
    }

    private static Stream<String> ingress(Manifest ingress, Manifests manifests) {
        return ingress.everything("backend")
                .map(backend -> backend.path("service"))
                .filter(backend ->
                        services(manifests, backend.path("name").asText())
                                .noneMatch(
                                        port -> port.path("name").equals(backend.at("/port/name"))))
                .map(backend -> ingress + " leads to a port that is not there: " + backend);
    }

    private static Stream<String> monitor(Manifest monitor, Manifests manifests) {
        return Manifest.each(monitor.at("/spec/endpoints"))
                .map(endpoint -> endpoint.path("port"))
                .filter(wanted ->
                        !manifests
                                .of("Service")
                                .allMatch(service ->
                                        services(manifests, service.name())
                                                .anyMatch(
                                                        port -> port.path("name").equals(wanted))))
                .map(wanted -> monitor + " reads a port that is not there: " + wanted);
    }

    private static Stream<JsonNode> services(Manifests manifests, String name) {
        return manifests.find("Service", name).stream()
                .flatMap(service -> Manifest.each(service.at("/spec/ports")));
    }
}
