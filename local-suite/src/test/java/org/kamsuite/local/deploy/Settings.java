package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Settings come from ConfigMaps and accounts that are there, and from Secrets that the document
/// for those who deploy tells them to make.
final class Settings implements Rule {

    private final String document;

    Settings(String document) {
        this.document = document;
    }

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.pods().flatMap(pod -> maps(pod, manifests)),
                        manifests.pods().flatMap(pod -> account(pod, manifests)),
                        manifests.pods().flatMap(Settings::volumes),
                        manifests.pods().flatMap(this::secrets),
                        manifests
                                .of("Gateway", "Ingress", "Cluster")
                                .flatMap(this::certificatesAndLogins))
                .flatMap(each -> each);
    }

    private static Stream<String> maps(Pod pod, Manifests manifests) {
        return pod.containers()
                .flatMap(container -> Manifest.each(container.path("envFrom")))
                .map(from -> from.at("/configMapRef/name").asText())
                .filter(name -> manifests.find("ConfigMap", name).isEmpty())
                .map(name -> pod + " reads a ConfigMap that is not there: " + name);
    }

    private static Stream<String> account(Pod pod, Manifests manifests) {
        return Optional.of(pod.spec().path("serviceAccountName").asText()).stream()
                .filter(name -> !name.isEmpty() && manifests.find("ServiceAccount", name).isEmpty())
                .map(name -> pod + " has an account that is not there: " + name);
    }

    private static Stream<String> volumes(Pod pod) {
        var volumes = pod.volumes().map(each -> each.path("name").asText()).toList();
        return pod.containers()
                .flatMap(container -> Manifest.each(container.path("volumeMounts")))
                .map(mount -> mount.path("name").asText())
                .filter(name -> !volumes.contains(name))
                .map(name -> pod + " mounts a volume that is not there: " + name);
    }

    private Stream<String> secrets(Pod pod) {
        var variables =
                pod.deployment()
                        .everything("secretKeyRef")
                        .flatMap(each -> missing(each.path("name"), Set.of(text(each, "key"))));
        var files =
                pod.volumes()
                        .map(volume -> volume.path("secret"))
                        .filter(secret -> !secret.isMissingNode())
                        .flatMap(secret -> missing(secret.path("secretName"), keys(secret)));
        return Stream.concat(variables, files).map(wrong -> pod + " " + wrong);
    }

    private Stream<String> certificatesAndLogins(Manifest manifest) {
        return Stream.of("certificateRefs", "secret", "passwordSecret", "secretName")
                .flatMap(manifest::everything)
                .flatMap(node -> node.isArray() ? Manifest.each(node) : Stream.of(node))
                .flatMap(node -> missing(node.isTextual() ? node : node.path("name"), Set.of()))
                .map(wrong -> manifest + " " + wrong);
    }

    private static Set<String> keys(JsonNode secret) {
        return Manifest.each(secret.path("items"))
                .map(item -> text(item, "key"))
                .collect(Collectors.toSet());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    /// A row of the document's table names the Secret and all keys.
    private Stream<String> missing(JsonNode name, Set<String> keys) {
        var documented =
                document.lines()
                        .filter(line -> line.startsWith("| `" + name.asText() + "`"))
                        .anyMatch(line ->
                                keys.stream().allMatch(key -> line.contains("`" + key + "`")));
        return documented
                ? Stream.empty()
                : Stream.of("reads a Secret that no document names: " + name.asText() + keys);
    }
}
