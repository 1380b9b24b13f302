package org.kamsuite.kit.contract;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Describes the identifiers in the path of an inherited operation, which the scanner passes over.
final class PathParameters {

    private static final Pattern NAMED = Pattern.compile("[{]([^}]+)[}]");

    private PathParameters() {}

    static void complete(String path, Operation operation) {
        NAMED.matcher(path)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !isKnown(operation, name))
                .forEach(name -> operation.addParameter(identifier(name)));
    }

    private static boolean isKnown(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Parameter identifier(String name) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uuid"));
    }
}
