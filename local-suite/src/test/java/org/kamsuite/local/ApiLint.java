package org.kamsuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The rules that our OpenAPI documents keep beyond being valid.
final class ApiLint {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern PATH =
            Pattern.compile("(/([a-z0-9]+(-[a-z0-9]+)*|[{][a-zA-Z]+[}]))+");
    private static final Pattern PLACEHOLDER = Pattern.compile("[{]([a-zA-Z]+)[}]");
    private static final Pattern NUMBERED = Pattern.compile(".*[0-9]");

    private static final Set<String> RETRIED = Set.of("429", "503");

    private final ApiContract contract;
    private final List<String> findings = new ArrayList<>();

    private ApiLint(ApiContract contract) {
        this.contract = contract;
    }

    static List<String> findings(ApiContract contract) {
        var lint = new ApiLint(contract);
        lint.identifiersAreUnique();
        lint.tagsAreDescribed();
        lint.schemasSayWhatTheyAre();
        lint.referencesLeadSomewhere(contract.document());
        contract.operations().forEach(lint::operation);
        return lint.findings;
    }

    private void identifiersAreUnique() {
        var seen = new HashSet<String>();
        for (var operation : contract.operations()) {
            require(seen.add(operation.id()), operation + ": its operationId is another's too");
        }
    }

    private void tagsAreDescribed() {
        var described =
                elements(contract.document().path("tags"))
                        .filter(tag -> !tag.path("description").asText().isBlank())
                        .map(tag -> tag.path("name").asText())
                        .collect(Collectors.toSet());
        for (var operation : contract.operations()) {
            var tags = elements(operation.description().path("tags")).map(JsonNode::asText);
            require(
                    tags.filter(described::contains).count() == 1,
                    operation + ": it has not exactly one described tag");
        }
    }

    private void schemasSayWhatTheyAre() {
        for (var schema : contract.document().at("/components/schemas").properties()) {
            var name = schema.getKey();
            var description = schema.getValue().path("description").asText();
            require(
                    !schema.getValue().path("properties").has("etag"),
                    name + ": it has an etag, which is sent as a header");
            require(!NUMBERED.matcher(name).matches(), name + ": the name is one of several");
            elements(schema.getValue().path("enum"))
                    .map(JsonNode::asText)
                    .filter(value -> !description.contains(value))
                    .forEach(value ->
                            findings.add(name + ": it does not say what " + value + " means"));
        }
    }

    private void referencesLeadSomewhere(JsonNode node) {
        var reference = node.path("$ref").asText();
        require(
                reference.isEmpty() || !contract.resolved(node).isMissingNode(),
                reference + ": it leads nowhere");
        node.forEach(this::referencesLeadSomewhere);
    }

    private void operation(ApiContract.Operation operation) {
        require(IDENTIFIER.matcher(operation.id()).matches(), operation + ": its operationId");
        require(PATH.matcher(operation.path()).matches(), operation + ": its path");
        var summary = operation.description().path("summary").asText();
        require(!summary.isBlank() && !summary.contains("{"), operation + ": its summary");
        placeholdersAreDescribed(operation);
        answersAreDescribed(operation);
        patchesAreTyped(operation);
        headersAreDescribed(operation);
    }

    private void patchesAreTyped(ApiContract.Operation operation) {
        for (var media : operation.description().at("/requestBody/content").properties()) {
            var schema = contract.resolved(media.getValue().path("schema"));
            require(
                    !media.getKey().contains("merge-patch")
                            || schema.has("properties") && !schema.has("required"),
                    operation + ": it does not say what the patch may change");
        }
    }

    private void headersAreDescribed(ApiContract.Operation operation) {
        var answers = operation.description().path("responses");
        for (var answer : answers.properties()) {
            var headers = contract.resolved(answer.getValue()).path("headers");
            var status = answer.getKey();
            require(
                    !status.startsWith("2") || headers.has("RateLimit"),
                    operation + ": " + status + " does not say how many requests are left");
            require(
                    !RETRIED.contains(status) || headers.has("Retry-After"),
                    operation + ": " + status + " does not say when to try again");
            require(
                    !answers.has("304") || !status.equals("200") || headers.has("ETag"),
                    operation + ": it has no ETag that If-None-Match could name");
        }
    }

    private void placeholdersAreDescribed(ApiContract.Operation operation) {
        var named = new TreeSet<String>();
        PLACEHOLDER
                .matcher(operation.path())
                .results()
                .map(match -> match.group(1))
                .forEach(named::add);
        require(
                named.equals(new TreeSet<>(operation.parameters("path"))),
                operation + ": it describes other parameters than its path has");
    }

    private void answersAreDescribed(ApiContract.Operation operation) {
        var answers = operation.description().path("responses");
        Set<String> statuses = new TreeSet<>();
        answers.fieldNames().forEachRemaining(statuses::add);
        require(
                statuses.stream().anyMatch(status -> status.startsWith("2")),
                operation + ": it never succeeds");
        require(
                statuses.containsAll(List.of("400", "401", "403", "500", "503")),
                operation + ": a refusal is missing");
        require(
                !operation.path().contains("{") || statuses.contains("404"),
                operation + ": it always finds");
        statuses.stream()
                .filter(status -> status.compareTo("400") >= 0)
                .filter(status ->
                        !contract.resolved(answers.path(status))
                                .path("content")
                                .has("application/problem+json"))
                .forEach(status -> findings.add(operation + ": " + status + " is no problem+json"));
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
