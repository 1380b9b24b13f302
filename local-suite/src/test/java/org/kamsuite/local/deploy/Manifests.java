package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that is applied together.
record Manifests(List<Manifest> all) {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Manifests read(String yaml) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Manifests(documents.readAll().stream().map(Manifest::new).toList());
        }
    }

    /// The same once more, to be broken.
    Manifests copy() {
        return new Manifests(
                all.stream().map(each -> new Manifest(each.json().<JsonNode>deepCopy())).toList());
    }

    Stream<Manifest> of(String... kinds) {
        return all.stream().filter(each -> Set.of(kinds).contains(each.kind()));
    }

    Optional<Manifest> find(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name)).findFirst();
    }

    Stream<Pod> pods() {
        return of("Deployment").map(Pod::new);
    }
}
