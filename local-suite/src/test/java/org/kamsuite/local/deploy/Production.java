package org.kamsuite.local.deploy;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// What the manifests give to a service, and let it do.
public final class Production {

    private static final Manifests MANIFESTS = Rendering.SELF_CONTAINED.manifests();

    private Production() {}

    /// The environment of a container of a service.
    ///
    /// @param secrets values by the name of their Secret, a slash, and their key
    public static Map<String, String> environment(
            String service, String container, Map<String, String> secrets) {
        var environment = new HashMap<String, String>();
        var described = container(service, container);
        Manifest.each(described.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .map(name -> MANIFESTS.find("ConfigMap", name).orElseThrow())
                .forEach(map -> environment.putAll(Manifest.texts(map.at("/data"))));
        Manifest.each(described.path("env"))
                .forEach(each -> environment.put(each.path("name").asText(), value(each, secrets)));
        return environment;
    }

    private static JsonNode container(String service, String container) {
        return MANIFESTS
                .pods()
                .filter(pod -> pod.deployment().name().equals(service))
                .flatMap(Pod::containers)
                .filter(each -> each.path("name").asText().equals(container))
                .findFirst()
                .orElseThrow();
    }

    private static String value(JsonNode variable, Map<String, String> secrets) {
        var reference = variable.at("/valueFrom/secretKeyRef");
        if (reference.isMissingNode()) {
            return variable.path("value").asText();
        }
        var key = reference.path("name").asText() + "/" + reference.path("key").asText();
        return Stream.ofNullable(secrets.get(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Secret " + key));
    }

    /// What each user of the broker may do, by the user's name.
    public static Map<String, List<AclBinding>> rights() {
        return MANIFESTS
                .of("KafkaUser")
                .collect(toMap(Manifest::name, user -> rights(user).toList()));
    }

    private static Stream<AclBinding> rights(Manifest user) {
        return Manifest.each(user.at("/spec/authorization/acls"))
                .flatMap(acl ->
                        Manifest.each(acl.path("operations"))
                                .map(operation ->
                                        new AclBinding(
                                                pattern(acl.path("resource")),
                                                entry(user.name(), operation.asText()))));
    }

    private static ResourcePattern pattern(JsonNode resource) {
        var type = resource.path("type").asText();
        return new ResourcePattern(
                type.equals("transactionalId")
                        ? ResourceType.TRANSACTIONAL_ID
                        : ResourceType.fromString(type.toUpperCase(Locale.ROOT)),
                resource.path("name").asText(),
                resource.path("patternType").asText().equals("prefix")
                        ? PatternType.PREFIXED
                        : PatternType.LITERAL);
    }

    private static AccessControlEntry entry(String user, String operation) {
        return new AccessControlEntry(
                "User:" + user,
                "*",
                AclOperation.fromString(operation.toUpperCase(Locale.ROOT)),
                AclPermissionType.ALLOW);
    }
}
