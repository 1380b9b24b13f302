package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Objects of operators have every field that they need; those of Strimzi and CloudNativePG, for
/// whose types there is no class, have the fields that we use of them and no other. Of all objects,
/// values are such as their reference lists, and quantities and durations have a unit that exists.
///
/// The shapes are ours.
final class Shapes implements Rule {

    private static final Map<String, JsonSchema> SHAPES = read();

    private static Map<String, JsonSchema> read() {
        try (var file = Objects.requireNonNull(Shapes.class.getResourceAsStream("shapes.yaml"))) {
            var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            var shapes = new TreeMap<String, JsonSchema>();
            var read = (ObjectNode) Manifests.YAML.readTree(file);
            var parts = read.remove("$defs");
            for (var shape : read.properties()) {
                shapes.put(shape.getKey(), factory.getSchema(whole(shape.getValue(), parts)));
            }
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode whole(JsonNode spec, JsonNode parts) {
        var shape = Manifests.YAML.createObjectNode().<ObjectNode>set("$defs", parts);
        shape.putArray("required").add("spec");
        shape.putObject("properties").set("spec", spec);
        return shape;
    }

    static boolean areOf(Manifest manifest) {
        return SHAPES.containsKey(manifest.type());
    }

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests.all().stream()
                .filter(Shapes::areOf)
                .flatMap(manifest ->
                        Objects.requireNonNull(SHAPES.get(manifest.type()))
                                .validate(manifest.json())
                                .stream()
                                .map(wrong -> manifest + " is misshaped: " + wrong.getMessage()));
    }
}
