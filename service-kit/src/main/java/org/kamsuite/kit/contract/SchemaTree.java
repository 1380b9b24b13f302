package org.kamsuite.kit.contract;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// Follows the references of schemas.
final class SchemaTree {

    static final String REFERENCE = "#/components/schemas/";

    private SchemaTree() {}

    static Stream<Schema> roots(@Nullable Content content) {
        return content == null || content.getMediaTypes() == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null);
    }

    /// The name of the schema that it refers to.
    static @Nullable String name(Schema schema) {
        var reference = schema.getRef();
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /// The scanner calls an object whatever an annotation refers to, be it an enum.
    static void leaveTypesToReferences(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getRef() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    /// Adds the names of all schemas that it leads to.
    static void reach(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        var name = name(schema);
        if (name != null && names.add(name)) {
            reach(schemas.get(name), schemas, names);
        }
        reach(schema.getItems(), schemas, names);
        reach(schema.getAdditionalPropertiesSchema(), schemas, names);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> reach(each, schemas, names));
        }
    }
}
