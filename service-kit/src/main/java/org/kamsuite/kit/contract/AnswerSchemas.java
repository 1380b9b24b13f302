package org.kamsuite.kit.contract;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.kamsuite.kit.rest.Versioned;

/// Says of the schemas of answers what is always there, and leaves out what never is.
///
/// Where a schema is that of a request too, the rules by which requests are refused have the last
/// word.
final class AnswerSchemas {

    /// Sent as a header, never in the body.
    private static final String ETAG = "etag";

    private final AnsweredRecords records;

    AnswerSchemas(AnsweredRecords records) {
        this.records = records;
    }

    void complete(OpenAPI document, Map<String, Schema> schemas) {
        var requested = new HashSet<String>();
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .forEach(operation -> requested(operation, schemas, requested));
        }
        schemas.forEach((name, schema) -> {
            if (!requested.contains(name) && schema.getProperties() != null) {
                complete(name, schema);
            }
        });
    }

    private static void requested(
            Operation operation, Map<String, Schema> schemas, Set<String> requested) {
        if (operation.getRequestBody() != null) {
            SchemaTree.roots(operation.getRequestBody().getContent())
                    .forEach(schema -> SchemaTree.reach(schema, schemas, requested));
        }
    }

    private void complete(String name, Schema schema) {
        if (records.are(name, Versioned.class)) {
            schema.removeProperty(ETAG);
        }
        var required = new TreeSet<>(records.present(name));
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        required.retainAll(schema.getProperties().keySet());
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
    }
}
