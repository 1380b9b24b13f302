package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.ApiContract.Operation;

/// An operation with everything that a right request to it needs.
///
/// @param body a right body; null where there is none, or none in JSON
/// @param schema the schema of that body
/// @param etag of what the operation changes; empty where it takes no condition
record Target(
        String service,
        Schemas schemas,
        Operation operation,
        Seeds seeds,
        @Nullable JsonNode body,
        @Nullable ObjectNode schema,
        String etag) {

    /// The request as it would succeed.
    Request right() {
        var request = Request.of(operation.method(), path()).as(seeds.tokens().everything());
        for (var parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                request =
                        request.and(
                                parameter.path("name").asText(),
                                seeds.query(parameter.path("name").asText()));
            }
        }
        if (!etag.isEmpty()) {
            request = request.with("If-Match", etag);
        }
        if (takesBody()) {
            request = request.with("Content-Type", mediaType()).saying(text());
        }
        return request;
    }

    boolean takesBody() {
        return !Schemas.content(operation).isMissingNode();
    }

    boolean takesJson() {
        return body != null;
    }

    String mediaType() {
        return Schemas.content(operation).fieldNames().next();
    }

    String text() {
        return body == null ? "externalId\n" : body.toString();
    }

    /// The path with a right value for each of its parameters.
    String path() {
        var path = operation.path();
        for (var name : operation.parameters("path")) {
            path = path.replace("{" + name + "}", encoded(value(name)));
        }
        return path;
    }

    /// The path with one parameter replaced by what is already encoded.
    String pathWith(String parameter, String raw) {
        var path = operation.path();
        for (var name : operation.parameters("path")) {
            path =
                    path.replace(
                            "{" + name + "}", name.equals(parameter) ? raw : encoded(value(name)));
        }
        return path;
    }

    private String value(String name) {
        return seeds.path(service, operation, name);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Whether a path parameter is a UUID.
    boolean isIdentifier(String parameter) {
        return parameter("path", parameter)
                .map(found -> schemas.resolve(found.path("schema")))
                .filter(schema -> schema.path("format").asText().equals("uuid"))
                .isPresent();
    }

    Optional<JsonNode> parameter(String in, String name) {
        return operation.parameters().stream()
                .filter(each -> each.path("in").asText().equals(in))
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
    }

    boolean takes(String in, String name) {
        return parameter(in, name).isPresent();
    }

    /// Whether the operation answers a list with the filter grammar that all lists have.
    boolean lists() {
        return takes("query", "sort");
    }

    @Override
    public String toString() {
        return service + " " + operation;
    }
}
