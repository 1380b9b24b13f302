package org.kamsuite.kit.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Rules rules;
    private final AnsweredRecords records;
    private final Answers answers;
    private final Set<Refusal> used = EnumSet.noneOf(Refusal.class);

    public CommonContract(IndexView index) {
        conditional = Markers.of(index, RequiresIfMatch.class);
        idempotent = Markers.of(index, Idempotent.class);
        waiting = Markers.of(index, WaitsForFacts.class);
        listing = Markers.of(index, FreeQuery.class);
        rules = Rules.of(index);
        records = AnsweredRecords.of(index);
        answers = new Answers(index, records);
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
        var schemas = document.getComponents().getSchemas();
        schemas.values().forEach(Decimals::allowNegative);
        schemas.values().forEach(rules::leaveOut);
        schemas.values().forEach(SchemaTree::leaveTypesToReferences);
        new AnswerSchemas(records).complete(document, schemas);
        if (document.getPaths() != null) {
            var patches = new MergePatches(document.getComponents());
            document.getPaths().getPathItems().values().forEach(patches::describe);
            document.getPaths().getPathItems().forEach(this::describe);
        }
        used.forEach(refusal -> refusal.describe(document.getComponents()));
        AnswerHeader.describe(document);
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
        PathParameters.complete(path, operation);
        parameters(String.valueOf(operation.getOperationId()))
                .forEach(parameter -> add(operation, parameter));
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var responses = operation.getResponses();
        var refusals = refusals(path, method, operation);
        Stream.of(Refusal.values())
                .filter(refusal -> responses.getAPIResponse(refusal.status()) != null)
                .forEach(refusals::add);
        used.addAll(refusals);
        refusals.forEach(
                refusal -> responses.addAPIResponse(refusal.status(), refusal.reference()));
        answers.describe(method, operation);
        OperationWords.describe(operation);
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

    private Set<Refusal> refusals(String path, String method, Operation operation) {
        var refusals =
                EnumSet.of(
                        Refusal.BAD_REQUEST,
                        Refusal.UNAUTHORIZED,
                        Refusal.FORBIDDEN,
                        Refusal.NOT_ACCEPTABLE,
                        Refusal.TOO_MANY_REQUESTS,
                        Refusal.INTERNAL_ERROR,
                        Refusal.UNAVAILABLE);
        if (path.contains("{")) {
            refusals.add(Refusal.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            refusals.add(Refusal.TOO_SLOW);
            refusals.add(Refusal.TOO_LARGE);
            refusals.add(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
        if (!method.equals("GET")) {
            refusals.add(Refusal.CONFLICT);
            refusals.add(Refusal.UNPROCESSABLE);
        }
        var identifier = String.valueOf(operation.getOperationId());
        if (conditional.contains(identifier)) {
            refusals.add(Refusal.PRECONDITION_FAILED);
            refusals.add(Refusal.PRECONDITION_REQUIRED);
        }
        if (waiting.contains(identifier)) {
            refusals.add(Refusal.BEHIND);
        }
        return refusals;
    }
}
