package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Selects by labels, as Kubernetes does.
record Selector(JsonNode json) {

    boolean isEmpty() {
        return json.isEmpty();
    }

    boolean matches(Map<String, String> labels) {
        return Manifest.texts(json.path("matchLabels")).entrySet().stream()
                        .allMatch(each -> each.getValue().equals(labels.get(each.getKey())))
                && Manifest.each(json.path("matchExpressions"))
                        .allMatch(each -> matches(each, labels));
    }

    private static boolean matches(JsonNode expression, Map<String, String> labels) {
        var key = expression.path("key").asText();
        var values = Manifest.values(expression.path("values"));
        return switch (expression.path("operator").asText()) {
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            case "In" -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> !labels.containsKey(key) || !values.contains(labels.get(key));
            default -> false;
        };
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
