package org.kamsuite.kit.contract;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Documents what an operation answers when it succeeds: its status and its headers.
final class Answers {

    private static final String OK = "200";
    private static final Map<String, String> WORDS =
            Map.of(
                    OK,
                    "Done",
                    "201",
                    "Made",
                    "202",
                    "Accepted; it goes on by itself",
                    "204",
                    "Done; there is nothing to say");

    private final Map<String, Integer> statuses = new HashMap<>();

    Answers(IndexView index) {
        for (var instance : index.getAnnotations(ResponseStatus.class)) {
            Markers.operations(index, instance)
                    .forEach(operation -> statuses.put(operation, instance.value().asInt()));
        }
    }

    void describe(String method, Operation operation, Map<String, Schema> schemas) {
        var responses = operation.getResponses();
        var status = statuses.get(operation.getOperationId());
        var stated = responses.getAPIResponse(OK);
        if (status != null && stated != null) {
            responses.removeAPIResponse(OK);
            responses.addAPIResponse(status.toString(), stated);
        }
        responses
                .getAPIResponses()
                .forEach((code, answer) -> {
                    if (WORDS.containsKey(code)) {
                        answer.setDescription(WORDS.get(code));
                        headers(method, code, answer, schemas);
                    }
                });
        if (method.equals("GET") && stated != null && isVersioned(stated, schemas)) {
            operation.addParameter(CommonParameter.IF_NONE_MATCH.described());
            responses.addAPIResponse(
                    "304",
                    OASFactory.createAPIResponse()
                            .description("It is still what If-None-Match names"));
        }
    }

    private static void headers(
            String method, String code, APIResponse answer, Map<String, Schema> schemas) {
        if (isVersioned(answer, schemas)) {
            answer.addHeader("ETag", header("What If-Match wants when it is changed"));
        }
        if (code.equals("201") && property(answer, schemas, "id")) {
            answer.addHeader("Location", header("Where it can be read"));
        }
        if (method.equals("GET") && property(answer, schemas, "next")) {
            answer.addHeader("Link", header("The next page, as rel=\"next\""));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static boolean isVersioned(APIResponse answer, Map<String, Schema> schemas) {
        return property(answer, schemas, "etag");
    }

    private static boolean property(
            APIResponse answer, Map<String, Schema> schemas, String property) {
        var content = answer.getContent();
        if (content == null) {
            return false;
        }
        return content.getMediaTypes().values().stream()
                .map(type -> type.getSchema())
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema -> schemas.get(name(schema.getRef())))
                .anyMatch(schema ->
                        schema != null
                                && schema.getProperties() != null
                                && schema.getProperties().containsKey(property));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
