package org.kamsuite.local.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/// Objects of Kubernetes itself have every field that its own description asks for.
final class ValidObjects implements Rule {

    private static final Map<String, Validation> TYPES =
            Map.of(
                    "ConfigMap", V1ConfigMap::validateJsonElement,
                    "Deployment", V1Deployment::validateJsonElement,
                    "HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
                    "Ingress", V1Ingress::validateJsonElement,
                    "Namespace", V1Namespace::validateJsonElement,
                    "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
                    "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
                    "Service", V1Service::validateJsonElement,
                    "ServiceAccount", V1ServiceAccount::validateJsonElement);

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests.all().stream().flatMap(ValidObjects::findings);
    }

    private static Stream<String> findings(Manifest manifest) {
        var validation = TYPES.get(manifest.kind());
        if (validation == null) {
            return Stream.empty();
        }
        try {
            validation.validate(JsonParser.parseString(manifest.json().toString()));
            return Stream.empty();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Stream.of(manifest + " is not valid: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Validation {
        void validate(JsonElement json) throws IOException;
    }
}
