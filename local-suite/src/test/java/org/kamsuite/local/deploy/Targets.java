package org.kamsuite.local.deploy;

import java.util.List;
import java.util.stream.Stream;

/// What one object says of another by its name is true, and every service has all of its objects.
final class Targets implements Rule {

    private static final List<String> COMPANIONS =
            List.of(
                    "Service",
                    "ServiceAccount",
                    "ConfigMap",
                    "HorizontalPodAutoscaler",
                    "PodDisruptionBudget",
                    "NetworkPolicy");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.of("Deployment").flatMap(each -> companions(each, manifests)),
                        manifests
                                .of("HorizontalPodAutoscaler")
                                .flatMap(each -> autoscaler(each, manifests)),
                        manifests.of("HTTPRoute").flatMap(each -> route(each, manifests)),
                        manifests
                                .of("KafkaTopic", "KafkaUser", "KafkaNodePool")
                                .flatMap(each -> kafka(each, manifests)))
                .flatMap(each -> each);
    }

    private static Stream<String> companions(Manifest deployment, Manifests manifests) {
        return COMPANIONS.stream()
                .filter(kind -> manifests.find(kind, deployment.name()).isEmpty())
                .map(kind -> deployment + " has no " + kind);
    }

    private static Stream<String> autoscaler(Manifest autoscaler, Manifests manifests) {
        var target = autoscaler.at("/spec/scaleTargetRef");
        var deployment = manifests.find(target.path("kind").asText(), target.path("name").asText());
        return new Findings(autoscaler)
                        .unless(deployment.isPresent(), "scales what is not there")
                        .unless(
                                deployment.stream()
                                        .noneMatch(each -> each.at("/spec").has("replicas")),
                                "is overruled by a fixed number of replicas")
                        .unless(
                                autoscaler.at("/spec/minReplicas").asInt()
                                        <= autoscaler.at("/spec/maxReplicas").asInt(),
                                "wants more at least than at most")
                        .unless(
                                autoscaler.at("/spec/minReplicas").asInt() > 1,
                                "lets one process do it all")
                        .stream();
    }

    private static Stream<String> route(Manifest route, Manifests manifests) {
        return Manifest.each(route.at("/spec/parentRefs"))
                .map(parent -> parent.path("name").asText())
                .filter(parent -> manifests.find("Gateway", parent).isEmpty())
                .map(parent -> route + " hangs on a gateway that is not there: " + parent);
    }

    private static Stream<String> kafka(Manifest part, Manifests manifests) {
        var cluster = String.valueOf(part.labels().get("strimzi.io/cluster"));
        return new Findings(part)
                        .unless(
                                manifests.find("Kafka", cluster).isPresent(),
                                "belongs to a Kafka that is not there")
                        .stream();
    }
}
