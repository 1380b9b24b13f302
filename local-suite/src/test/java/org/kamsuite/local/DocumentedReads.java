package org.kamsuite.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads from a suite what a document describes, and finds answers that are not as it says: a body
/// that lacks something, has something more or something else, or a header more or less.
final class DocumentedReads {

    private static final int ACCOUNTS = 8;
    private static final int THINGS = 2;
    private static final String DRY_RUN = "/api/v1/imports?kind=accounts&system=crm&dryRun=true";
    private static final String ROW = "{\"id\":\"dry\",\"name\":\"Dry run\",\"status\":\"ACTIVE\"}";

    private final String service;
    private final Api api;
    private final ApiContract contract;
    private final List<String> accounts;
    private final JsonNode named;
    private final String dryRun;
    private final Set<String> read = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();

    private DocumentedReads(Suite suite, String service) throws IOException, InterruptedException {
        var roles = "administrator,integrator,lead,manager";
        this.service = service;
        this.api = TestSuite.api(suite, service, roles);
        this.contract = ApiContract.read(service).closed();
        var book = TestSuite.api(suite, "account-service", roles);
        this.accounts = spread(book.get("/api/v1/accounts?limit=500").required());
        this.named =
                book.get("/api/v1/accounts/" + accounts.getFirst()).required().at("/externalIds/0");
        this.dryRun = book.postRows(DRY_RUN, ROW).required().required("id").asText();
    }

    static DocumentedReads of(Suite suite, String service)
            throws IOException, InterruptedException {
        var reads = new DocumentedReads(suite, service);
        for (var operation : reads.contract.operations()) {
            if (!operation.writes()) {
                reads.read(operation);
            }
        }
        return reads;
    }

    /// The operations that answered at least once with what was asked for.
    Set<String> read() {
        return read;
    }

    List<String> findings() {
        return findings;
    }

    private void read(ApiContract.Operation operation) throws IOException, InterruptedException {
        for (var address : addresses(operation.path())) {
            var answer = api.get(address);
            if (answer.isSuccess()) {
                read.add(operation.id());
            }
            var stated =
                    contract.resolved(operation.description().at("/responses/" + answer.status()));
            var where = service + " " + address + " " + answer.status() + ": ";
            if (stated.isMissingNode()) {
                findings.add(where + "it is not documented");
            }
            body(stated, answer).forEach(finding -> findings.add(where + finding));
            headers(stated, answer).forEach(finding -> findings.add(where + finding));
        }
    }

    private Stream<String> body(JsonNode stated, Api.Answer answer) {
        return StreamSupport.stream(stated.path("content").spliterator(), false)
                .flatMap(media -> contract.violations(media.path("schema"), answer.body()).stream())
                .map(Object::toString);
    }

    private Stream<String> headers(JsonNode stated, Api.Answer answer) {
        return contract.document().at("/components/headers").properties().stream()
                .filter(header -> {
                    var is = answer.headers().firstValue(header.getKey()).isPresent();
                    var isStated = stated.path("headers").has(header.getKey());
                    var isAlways = isStated && header.getValue().path("required").asBoolean();
                    return is && !isStated && answer.isSuccess() || isAlways && !is;
                })
                .map(header -> "the header " + header.getKey());
    }

    private List<String> addresses(String path) throws IOException, InterruptedException {
        var addresses = List.of("");
        for (var segment : path.substring(1).split("/", -1)) {
            var longer = new ArrayList<String>();
            for (var address : addresses) {
                values(address, segment).forEach(value -> longer.add(address + "/" + value));
            }
            addresses = longer;
        }
        return addresses;
    }

    private Stream<String> values(String address, String segment)
            throws IOException, InterruptedException {
        return switch (segment) {
            case "{accountId}" -> accounts.stream();
            case "{topic}" -> Stream.of(service.equals("account-service") ? "scores" : "accounts");
            case "{system}" -> Stream.of(encoded(named.required("system")));
            case "{externalId}" -> Stream.of(encoded(named.required("id")));
            default -> segment.startsWith("{") ? listed(address, segment) : Stream.of(segment);
        };
    }

    /// What the list above has.
    private Stream<String> listed(String address, String segment)
            throws IOException, InterruptedException {
        if (address.endsWith("/imports")) {
            return Stream.of(dryRun);
        }
        var name = segment.substring(1, segment.length() - 1);
        return items(api.get(address + "?limit=" + THINGS).required())
                .map(item -> encoded(item.path(item.has(name) ? name : "id")));
    }

    /// Accounts of all sorts, from the first of a list to its last.
    private static List<String> spread(JsonNode page) {
        var all = items(page).map(item -> item.required("id").asText()).toList();
        return Stream.iterate(0, place -> place + 1)
                .limit(ACCOUNTS)
                .map(place -> all.get(place * (all.size() - 1) / (ACCOUNTS - 1)))
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.required("items").spliterator(), false);
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
