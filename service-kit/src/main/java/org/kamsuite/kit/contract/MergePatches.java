package org.kamsuite.kit.contract;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.rest.MergePatch;

/// Describes the bodies of merge patches (RFC 7396): nothing is required, null takes away what the
/// whole need not have, and objects are patched within.
///
/// What is patched is what the operation says itself (`@RequestBodySchema`), or else what a PUT at
/// the same path replaces.
final class MergePatches {

    private static final String JSON = "application/json";

    private final Components components;

    MergePatches(Components components) {
        this.components = components;
    }

    void describe(PathItem item) {
        var patch = body(item.getPATCH(), MergePatch.MEDIA_TYPE);
        if (patch != null) {
            var stated = patch.getSchema();
            var replaced = body(item.getPUT(), JSON);
            var whole =
                    properties(stated) == null && replaced != null ? replaced.getSchema() : stated;
            patch.setSchema(patched(whole));
        }
    }

    private static @Nullable MediaType body(@Nullable Operation operation, String type) {
        return operation == null || operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent().getMediaType(type);
    }

    /// A reference to the schema of the patch of what the schema refers to.
    private Schema patched(Schema reference) {
        var name = SchemaTree.name(reference) + "Patch";
        var whole = named(reference);
        if (whole != null && components.getSchemas().get(name) == null) {
            components.addSchema(name, patchOf(whole));
        }
        return OASFactory.createSchema().ref(SchemaTree.REFERENCE + name);
    }

    private Schema patchOf(Schema whole) {
        var patch = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        var required = whole.getRequired() == null ? List.of() : whole.getRequired();
        whole.getProperties()
                .forEach((name, property) -> {
                    var part = properties(property) == null ? property : patched(property);
                    patch.addProperty(name, required.contains(name) ? part : orNull(part));
                });
        return patch;
    }

    private static Schema orNull(Schema schema) {
        return OASFactory.createSchema()
                .addAnyOf(schema)
                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }

    private @Nullable Map<String, Schema> properties(Schema schema) {
        var named = named(schema);
        return named == null ? null : named.getProperties();
    }

    private @Nullable Schema named(Schema schema) {
        var name = SchemaTree.name(schema);
        return name == null ? null : components.getSchemas().get(name);
    }
}
