package org.kamsuite.local.deploy;

import java.util.Map;
import java.util.stream.Stream;

/// What selects by labels finds something.
final class Selectors implements Rule {

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.pods().flatMap(Selectors::deployment),
                        manifests.of("Service").flatMap(each -> service(each, manifests)),
                        manifests
                                .of("PodDisruptionBudget")
                                .flatMap(each -> findsPods(each, "/spec/selector", manifests)),
                        manifests
                                .of("NetworkPolicy")
                                .flatMap(each -> findsPods(each, "/spec/podSelector", manifests)),
                        manifests.of("NetworkPolicy").flatMap(each -> peers(each, manifests)),
                        manifests
                                .of("ServiceMonitor")
                                .flatMap(each -> serviceMonitor(each, manifests)))
                .flatMap(each -> each);
    }

    private static Stream<String> deployment(Pod pod) {
        var selector = new Selector(pod.deployment().at("/spec/selector"));
        return new Findings(pod)
                        .unless(
                                !selector.isEmpty() && selector.matches(pod.labels()),
                                "does not find its own pods")
                        .stream();
    }

    private static Stream<String> service(Manifest service, Manifests manifests) {
        var labels = Manifest.texts(service.at("/spec/selector"));
        var found =
                manifests
                        .pods()
                        .filter(pod -> pod.labels().entrySet().containsAll(labels.entrySet()))
                        .count();
        return new Findings(service)
                        .unless(!labels.isEmpty() && found == 1, "finds " + found + " deployments")
                        .stream();
    }

    private static Stream<String> findsPods(Manifest owner, String pointer, Manifests manifests) {
        return new Findings(owner)
                        .unless(
                                finds(new Selector(owner.at(pointer)), manifests),
                                "finds no pods by " + pointer)
                        .stream();
    }

    private static Stream<String> peers(Manifest policy, Manifests manifests) {
        return policy.everything("podSelector")
                .map(Selector::new)
                .filter(selector -> !finds(selector, manifests))
                .map(selector -> policy + " names pods that are not there: " + selector);
    }

    private static Stream<String> serviceMonitor(Manifest monitor, Manifests manifests) {
        var selector = new Selector(monitor.at("/spec/selector"));
        return new Findings(monitor)
                        .unless(
                                manifests.of("Service").count()
                                        == manifests
                                                .of("Service")
                                                .filter(each -> selector.matches(each.labels()))
                                                .count(),
                                "does not find every service")
                        .stream();
    }

    /// Pods of ours, or those that an operator makes of its own objects.
    private static boolean finds(Selector selector, Manifests manifests) {
        return Stream.of(
                        manifests.pods().map(Pod::labels),
                        manifests
                                .of("Kafka")
                                .map(kafka -> Map.of("strimzi.io/cluster", kafka.name())),
                        manifests
                                .of("Cluster")
                                .map(cluster -> Map.of("cnpg.io/cluster", cluster.name())))
                .flatMap(each -> each)
                .anyMatch(selector::matches);
    }
}
