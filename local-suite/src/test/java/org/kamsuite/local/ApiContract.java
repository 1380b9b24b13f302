package org.kamsuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/// The OpenAPI document of a service: what it was built with, and what is committed of it.
public record ApiContract(String service, JsonNode document) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static Path built(String service) {
        return HOME.resolve(service).resolve("target/openapi/openapi.yaml");
    }

    public static Path committed(String service) {
        return HOME.resolve("docs/api").resolve(service + ".yaml");
    }

    public static ApiContract read(String service) throws IOException {
        return new ApiContract(service, YAML.readTree(committed(service).toFile()));
    }

    /// What the official schema of OpenAPI 3.1 finds wrong.
    Set<ValidationMessage> violations() throws IOException {
        try (var schema =
                Objects.requireNonNull(
                        ApiContract.class.getResourceAsStream("openapi-3.1.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(document);
        }
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.required("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(entry -> METHODS.contains(entry.getKey()))
                                .forEach(entry ->
                                        operations.add(
                                                new Operation(
                                                        entry.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        entry.getValue()))));
        return operations;
    }

    /// What the document does not allow of a body.
    public Set<ValidationMessage> violations(JsonNode schema, JsonNode body) {
        var rooted = YAML.createObjectNode();
        rooted.putArray("allOf").add(schema);
        rooted.set("components", document.required("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(rooted)
                .validate(body);
    }

    /// The same, but where no object may have a property that is not described.
    public ApiContract closed() {
        var copy = document.deepCopy();
        copy.at("/components/schemas")
                .forEach(schema -> {
                    if (schema.has("properties")) {
                        ((ObjectNode) schema).put("additionalProperties", false);
                    }
                });
        return new ApiContract(service, copy);
    }

    /// The schema itself, or the one that it refers to.
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }

    /// A request that a service answers.
    public record Operation(String method, String path, JsonNode description) {

        public String id() {
            return description.path("operationId").asText();
        }

        public boolean writes() {
            return !method.equals("GET");
        }

        public List<JsonNode> parameters() {
            return StreamSupport.stream(description.path("parameters").spliterator(), false)
                    .toList();
        }

        public List<String> parameters(String in) {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
