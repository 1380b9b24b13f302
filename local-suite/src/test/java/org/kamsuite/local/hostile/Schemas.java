package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.ApiContract.Operation;

/// The schemas of the bodies and parameters of one service, with their references followed.
record Schemas(ApiContract contract) {

    /// The schema itself with what its reference adds, and its parts.
    ObjectNode resolve(JsonNode schema) {
        var resolved = (ObjectNode) contract.resolved(schema).deepCopy();
        schema.properties().stream()
                .filter(entry -> !entry.getKey().equals("$ref"))
                .forEach(entry -> resolved.set(entry.getKey(), entry.getValue()));
        resolved.path("allOf").forEach(part -> resolved.setAll(resolve(part)));
        return resolved;
    }

    /// The media types that an operation reads.
    static JsonNode content(Operation operation) {
        return operation.description().path("requestBody").path("content");
    }

    /// The schema of a JSON body; of a merge patch, that of what it is merged into.
    Optional<ObjectNode> body(Operation operation) {
        var content = content(operation);
        var patch = content.path("application/merge-patch+json");
        if (!patch.isMissingNode()) {
            return Optional.of(whole(patch.path("schema")));
        }
        return content.has("application/json")
                ? Optional.of(resolve(content.path("application/json").path("schema")))
                : Optional.empty();
    }

    /// The schema that the patch's is made from.
    private ObjectNode whole(JsonNode patch) {
        var name =
                patch.required("$ref").asText().replaceFirst(".*/", "").replaceFirst("Patch$", "");
        return resolve(contract.document().at("/components/schemas").required(name));
    }

    /// Whether the schema or one within it is like this.
    boolean contains(JsonNode schema, Predicate<JsonNode> like) {
        var resolved = resolve(schema);
        return like.test(resolved)
                || (resolved.has("items") && contains(resolved.path("items"), like))
                || StreamSupport.stream(resolved.path("properties").spliterator(), false)
                        .anyMatch(property -> contains(property, like));
    }
}
