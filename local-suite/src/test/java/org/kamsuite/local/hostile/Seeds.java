package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.ApiContract.Operation;
import org.kamsuite.local.Suite;

/// What exists before anything hostile is sent: something for every parameter of every path.
///
/// Each operation that writes is called once as it should be, with an idempotency key of its own;
/// what it makes fills the paths of the others. So it is known that the requests that are broken
/// later would be accepted whole.
final class Seeds {

    static final String SYSTEM = "crm";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Path parameters and properties that name something fixed, by service and name or by name.
    private static final Map<String, String> FIXED =
            Map.ofEntries(
                    Map.entry("system", SYSTEM),
                    Map.entry("externalId", "4711/'; drop table accounts; --%€"),
                    Map.entry("productCode", "CODE-1"),
                    Map.entry("userName", "carla"),
                    Map.entry("scoring-service version", "1"),
                    Map.entry("account-service topic", "scores"),
                    Map.entry("opportunity-service topic", "accounts"),
                    Map.entry("scoring-service topic", "accounts"));

    /// What a property of a body refers to, by the path that it was made at.
    private static final Map<String, String> REFERENCES =
            Map.of(
                    "centreId", "/api/v1/accounts/{accountId}/centres/{id}",
                    "contractId", "/api/v1/accounts/{accountId}/contracts/{id}",
                    "stakeholderId", "/api/v1/accounts/{accountId}/stakeholders/{id}",
                    "accountId", "/api/v1/accounts/{accountId}",
                    "managerId", "/api/v1/managers/{managerId}",
                    "newOwnerId", "/api/v1/managers/{managerId}");

    private final Suite suite;
    private final Tokens tokens;
    private final Map<String, ApiContract> contracts = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Map<Operation, String> firstPaths = new HashMap<>();
    private String sequence = "";
    private final Map<String, Answer> refused = new TreeMap<>();

    Seeds(Suite suite, Tokens tokens) throws IOException {
        this.suite = suite;
        this.tokens = tokens;
        for (var service : Suite.SERVICES) {
            contracts.put(service, ApiContract.read(service));
        }
    }

    Tokens tokens() {
        return tokens;
    }

    Wire wire(String service) {
        return new Wire(suite.service(service).url());
    }

    /// The right requests that were refused, by operation.
    Map<String, Answer> refused() {
        return refused;
    }

    /// Calls the operation twice as it should be called, and remembers what it made.
    void call(String service, String operationId) throws IOException, InterruptedException {
        var operation =
                contract(service).operations().stream()
                        .filter(each -> each.id().equals(operationId))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("There is no " + operationId));
        call(service, operation);
    }

    void call(String service, Operation operation) throws IOException, InterruptedException {
        for (var variant = 1; variant <= times(operation); variant++) {
            var target = target(service, operation, variant);
            var request = target.right();
            if (target.takes("header", "Idempotency-Key")) {
                request = request.with("Idempotency-Key", key(operation, variant));
            }
            var answer = wire(service).send(request);
            firstPaths.putIfAbsent(operation, request.path());
            if (answer.isSuccess()) {
                remember(operation, answer);
            } else if (variant == 1) {
                refused.put(service + " " + operation.id(), answer);
            }
        }
    }

    /// Lists need two items; everything else is written once.
    private static int times(Operation operation) {
        var makes = operation.description().path("responses").has("201");
        return makes && !operation.path().endsWith("/moves") ? 2 : 1;
    }

    /// The key under which the right request was sent.
    static String key(Operation operation, int variant) {
        return "first-" + operation.id() + "-" + variant;
    }

    /// Where the right request was sent.
    String firstPath(Operation operation) {
        return Objects.requireNonNull(firstPaths.get(operation));
    }

    private void remember(Operation operation, Answer answer) throws IOException {
        if (!answer.sequence().isEmpty()) {
            sequence = answer.sequence();
        }
        var id = JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()).path("id").asText();
        if (operation.method().equals("POST") && !id.isEmpty()) {
            made.put(operation.path(), id);
        }
    }

    /// The Account-Sequence of the last write that answered one.
    String sequence() {
        return sequence;
    }

    /// Says what a path parameter stands for, for what no operation makes.
    void make(String collection, String id) {
        made.put(collection, id);
    }

    ApiContract contract(String service) {
        return Objects.requireNonNull(contracts.get(service), service);
    }

    Target target(String service, Operation operation, int variant)
            throws IOException, InterruptedException {
        var schemas = new Schemas(contract(service));
        var schema = schemas.body(operation).orElse(null);
        var body = schema == null ? null : samples(schemas, service).of(schema, variant);
        var bare = new Target(service, schemas, operation, this, body, schema, "");
        if (!bare.takes("header", "If-Match")) {
            return bare;
        }
        return new Target(service, schemas, operation, this, body, schema, etag(bare));
    }

    private Samples samples(Schemas schemas, String service) {
        return new Samples(
                schemas,
                name ->
                        Optional.ofNullable(FIXED.get(service + " " + name))
                                .or(() -> reference(name)));
    }

    private Optional<String> reference(String property) {
        var path = REFERENCES.get(property);
        return Optional.ofNullable(
                path == null
                        ? FIXED.get(property)
                        : made.get(path.substring(0, path.lastIndexOf('/'))));
    }

    /// The value of a path parameter.
    String path(String service, Operation operation, String name) {
        var start = operation.path().indexOf("/{" + name + "}");
        var id = made.get(operation.path().substring(0, start));
        return Optional.ofNullable(id)
                .or(() -> reference(name))
                .or(() -> Optional.ofNullable(FIXED.get(service + " " + name)))
                .orElseThrow(() ->
                        new IllegalStateException(
                                operation
                                        + " needs something that exists for {"
                                        + name
                                        + "}: add it to Seeds.FIXED or Seeds.REFERENCES, or make it in Seeding"));
    }

    /// The value of a query parameter that must be given.
    String query(String name) {
        return switch (name) {
            case "kind" -> "holdings";
            case "system" -> SYSTEM;
            default ->
                    throw new IllegalStateException(
                            "Say in Seeds.query what is right for the parameter " + name);
        };
    }

    /// The entity tag of what an operation changes: of the nearest path above that can be read.
    private String etag(Target target) throws IOException, InterruptedException {
        var path = target.operation().path();
        while (!path.isEmpty()) {
            var above = path;
            var read =
                    contract(target.service()).operations().stream()
                            .filter(each -> each.path().equals(above))
                            .filter(each -> !each.writes())
                            .findFirst();
            if (read.isPresent()) {
                var right = target(target.service(), read.get(), 1).right();
                var answer = wire(target.service()).send(right);
                if (answer.etag().isEmpty() && Category.requiresIfMatch(target)) {
                    throw new IllegalStateException(read.get() + " answered no ETag: " + answer);
                }
                return answer.etag();
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        throw new IllegalStateException(
                target + " takes If-Match, but nothing above it can be read");
    }
}
