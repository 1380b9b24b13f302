package org.kamsuite.kit.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kamsuite.kit.problem.Problem;

/// The form of every refusal, stated once.
final class ProblemSchema {

    private static final String NAME = "Problem";

    private ProblemSchema() {}

    static void describe(Components components) {
        components.addSchema(
                NAME,
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("A refusal, as RFC 9457 defines it")
                        .required(List.of("type", "title", "status", "detail"))
                        .addProperty("type", text("A stable path that names the kind of problem"))
                        .addProperty("title", text("The kind of problem in words"))
                        .addProperty("status", number("The HTTP status"))
                        .addProperty("detail", text("The rule that is broken, and the value"))
                        .addProperty("instance", text("The path of the request"))
                        .addProperty("errors", errors()));
    }

    private static Schema errors() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("Every violation with its place")
                .items(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .addProperty(
                                        "pointer",
                                        text("A JSON pointer into the body, or a parameter's name"))
                                .addProperty("detail", text("The rule and the value")));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema number(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .description(description);
    }

    static APIResponse response(String description) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/" + NAME);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType().schema(schema)));
    }
}
