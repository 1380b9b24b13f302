package org.kamsuite.kit.contract;

import org.eclipse.microprofile.openapi.models.Operation;

/// Names operations by what they do, and fills the words of inherited ones with those of their tag.
final class OperationWords {

    /// Stands in a summary for the plural of what the resource is about.
    private static final String THINGS = "{things}";

    private OperationWords() {}

    /// `BookResource_read` becomes `bookRead`.
    static void describe(Operation operation) {
        var parts = operation.getOperationId().split("_", 2);
        operation.setOperationId(
                decapitalised(parts[0].replaceFirst("Resource$", "")) + capitalised(parts[1]));
        if (operation.getSummary() != null && operation.getTags() != null) {
            var things = operation.getTags().getFirst().replace('-', ' ');
            operation.setSummary(operation.getSummary().replace(THINGS, things));
        }
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
