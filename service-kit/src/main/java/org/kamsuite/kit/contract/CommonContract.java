package org.kamsuite.kit.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.rest.WaitsForFacts;

/// Documents what the kit does for each operation: its refusals, its conditions and the token it
/// needs.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonContract implements OASFilter {

    private static final String SCHEME = "token";

    private final Markers conditional;
    private final Markers idempotent;
    private final Markers waiting;
    private final Markers listing;

    public CommonContract(IndexView index) {
        conditional = Markers.of(index, RequiresIfMatch.class);
        idempotent = Markers.of(index, Idempotent.class);
        waiting = Markers.of(index, WaitsForFacts.class);
        listing = Markers.of(index, FreeQuery.class);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        ProblemSchema.describe(document.getComponents());
        document.getComponents().setSecuritySchemes(Map.of(SCHEME, bearer()));
        document.setSecurity(
                List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of())));
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach(this::describe);
        }
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token whose claim roles holds the roles of the caller");
    }

    private void describe(String path, PathItem item) {
        item.getOperations()
                .forEach((method, operation) -> describe(path, method.name(), operation));
    }

    private void describe(String path, String method, Operation operation) {
        operation.setSecurity(null);
        parameters(String.valueOf(operation.getOperationId()))
                .forEach(parameter -> add(operation, parameter));
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var responses = operation.getResponses();
        refusals(path, method, operation)
                .forEach((status, words) ->
                        responses.addAPIResponse(status, ProblemSchema.response(words)));
    }

    private static void add(Operation operation, CommonParameter parameter) {
        var known = operation.getParameters();
        if (known == null || known.stream().noneMatch(parameter::names)) {
            operation.addParameter(parameter.described());
        }
    }

    private List<CommonParameter> parameters(String operation) {
        var parameters = new ArrayList<CommonParameter>();
        if (conditional.contains(operation)) {
            parameters.add(CommonParameter.IF_MATCH);
        }
        if (idempotent.contains(operation)) {
            parameters.add(CommonParameter.IDEMPOTENCY_KEY);
        }
        if (waiting.contains(operation)) {
            parameters.add(CommonParameter.WAIT_FOR);
        }
        if (listing.contains(operation)) {
            parameters.addAll(
                    List.of(
                            CommonParameter.LIMIT,
                            CommonParameter.CURSOR,
                            CommonParameter.SORT,
                            CommonParameter.COUNT,
                            CommonParameter.Q));
        }
        return parameters;
    }

    private Map<String, String> refusals(String path, String method, Operation operation) {
        var refusals = new TreeMap<String, String>();
        refusals.put("400", "A parameter or the body is unknown, malformed or breaks a rule");
        refusals.put("401", "There is no valid token");
        refusals.put("403", "The roles of the caller do not allow this");
        refusals.put("406", "None of the media types in Accept can be written");
        refusals.put("500", "The request failed");
        refusals.put("503", "The database does not answer; try again");
        if (path.contains("{")) {
            refusals.put("404", "There is no such thing");
        }
        if (operation.getRequestBody() != null) {
            refusals.put("413", "The body is too large");
            refusals.put("415", "The body's media type cannot be read");
        }
        if (!method.equals("GET")) {
            refusals.put("409", "The present state does not allow this");
            refusals.put("422", "The content cannot be accepted");
        }
        var identifier = String.valueOf(operation.getOperationId());
        if (conditional.contains(identifier)) {
            refusals.put("412", "Somebody else has changed it since it was read");
            refusals.put("428", "If-Match is missing");
        }
        if (waiting.contains(identifier)) {
            refusals.put("504", "The answer does not yet rest on what X-Wait-For names");
        }
        return refusals;
    }
}
