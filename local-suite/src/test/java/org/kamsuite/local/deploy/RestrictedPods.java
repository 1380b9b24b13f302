package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The restricted standard of [pod
/// security](https://kubernetes.io/docs/concepts/security/pod-security-standards/), and a root file
/// system that cannot be written.
final class RestrictedPods implements Rule {

    private static final Set<String> VOLUMES =
            Set.of("configMap", "downwardAPI", "emptyDir", "projected", "secret");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.of("Namespace").flatMap(RestrictedPods::namespace),
                        manifests.pods().flatMap(RestrictedPods::pod),
                        manifests
                                .pods()
                                .flatMap(pod ->
                                        pod.containers().flatMap(each -> container(pod, each))))
                .flatMap(each -> each);
    }

    private static Stream<String> namespace(Manifest namespace) {
        var enforced = namespace.labels().get("pod-security.kubernetes.io/enforce");
        return new Findings(namespace)
                .unless("restricted".equals(enforced), "does not enforce restricted pods").stream();
    }

    private static Stream<String> pod(Pod pod) {
        var spec = pod.spec();
        var context = spec.path("securityContext");
        var volumes =
                pod.volumes()
                        .flatMap(volume -> volume.properties().stream())
                        .map(field -> field.getKey())
                        .filter(field -> !field.equals("name"))
                        .collect(Collectors.toSet());
        return new Findings(pod)
                        .unless(context.path("runAsNonRoot").asBoolean(), "may run as root")
                        .unless(context.path("runAsUser").asInt() == 10001, "runs as another user")
                        .unless(
                                context.at("/seccompProfile/type")
                                        .asText()
                                        .equals("RuntimeDefault"),
                                "may call the kernel as it likes")
                        .unless(isShut(spec, "hostNetwork"), "shares the node's network")
                        .unless(isShut(spec, "hostPID"), "sees the node's processes")
                        .unless(isShut(spec, "hostIPC"), "shares the node's memory")
                        .unless(
                                VOLUMES.containsAll(volumes),
                                "has volumes of another type: " + volumes)
                        .unless(
                                isShut(spec, "automountServiceAccountToken"),
                                "has a token for the Kubernetes API")
                        .unless(
                                isShut(spec, "enableServiceLinks"),
                                "is given settings by other services")
                        .stream();
    }

    private static boolean isShut(JsonNode spec, String door) {
        return !spec.path(door)
                .asBoolean(door.startsWith("automount") || door.startsWith("enable"));
    }

    private static Stream<String> container(Pod pod, JsonNode container) {
        var context = container.path("securityContext");
        var capabilities = context.path("capabilities");
        var ports = Manifest.each(container.path("ports"));
        var mounts = Manifest.each(container.path("volumeMounts"));
        return new Findings(pod + "/" + container.path("name").asText())
                        .unless(!context.path("privileged").asBoolean(), "is privileged")
                        .unless(
                                !context.path("allowPrivilegeEscalation").asBoolean(true),
                                "may gain privileges")
                        .unless(
                                context.path("readOnlyRootFilesystem").asBoolean(),
                                "may write into its image")
                        .unless(
                                context.path("runAsUser").isMissingNode()
                                        && context.path("runAsNonRoot").asBoolean(true),
                                "runs as somebody else than its pod")
                        .unless(
                                Manifest.values(capabilities.path("drop")).contains("ALL")
                                        && capabilities.path("add").isEmpty(),
                                "keeps capabilities")
                        .unless(
                                ports.noneMatch(port -> port.has("hostPort")),
                                "takes a port of the node")
                        .unless(
                                mounts.anyMatch(
                                        mount -> mount.path("mountPath").asText().equals("/tmp")),
                                "has no room for temporary files")
                        .stream();
    }
}
