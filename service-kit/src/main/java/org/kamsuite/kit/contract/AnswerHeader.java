package org.kamsuite.kit.contract;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// A header of answers, described once.
enum AnswerHeader {
    ETAG(
            "ETag",
            "What If-Match wants when it is changed, and If-None-Match when it is read again",
            true,
            "\"7\""),
    LOCATION(
            "Location",
            "Where it can be read",
            true,
            "/api/v1/accounts/0190a0b0-0000-7000-8000-000000000001"),
    LINK(
            "Link",
            "The next page where there is one, as rel=\"next\"",
            false,
            "</api/v1/accounts?cursor=eyJhZnRlciI6MX0>; rel=\"next\""),
    ACCOUNT_SEQUENCE(
            "Account-Sequence",
            "What was written of an account's facts: an X-Wait-For with it waits until an answer"
                    + " rests on that",
            false,
            "0190a0b0-0000-7000-8000-000000000001;1.42"),
    RATE_LIMIT(
            "RateLimit",
            "How many requests are left to the caller, and in how many seconds all are again"
                    + " (draft-ietf-httpapi-ratelimit-headers-10)",
            false,
            "\"caller\";r=399;t=1"),
    RATE_LIMIT_POLICY(
            "RateLimit-Policy",
            "How many requests the caller has, and in how many seconds",
            false,
            "\"caller\";q=400;w=4"),
    RETRY_AFTER("Retry-After", "In how many seconds to try again", true, "2");

    private final String title;
    private final String description;
    private final boolean always;
    private final String example;

    AnswerHeader(String title, String description, boolean always, String example) {
        this.title = title;
        this.description = description;
        this.always = always;
        this.example = example;
    }

    /// Describes those that an answer of the document refers to.
    static void describe(OpenAPI document) {
        var referred =
                Stream.concat(
                                operations(document)
                                        .map(Operation::getResponses)
                                        .flatMap(answers ->
                                                answers.getAPIResponses().values().stream()),
                                document.getComponents().getResponses().values().stream())
                        .map(APIResponse::getHeaders)
                        .filter(Objects::nonNull)
                        .flatMap(headers -> headers.keySet().stream())
                        .collect(Collectors.toSet());
        for (var header : values()) {
            if (referred.contains(header.title)) {
                document.getComponents().addHeader(header.title, header.described());
            }
        }
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.of()
                : document.getPaths().getPathItems().values().stream()
                        .flatMap(item -> item.getOperations().values().stream());
    }

    private Header described() {
        var type = this == RETRY_AFTER ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING;
        return OASFactory.createHeader()
                .description(description)
                .required(always)
                .example(this == RETRY_AFTER ? (Object) Integer.valueOf(example) : example)
                .schema(OASFactory.createSchema().addType(type));
    }

    void on(APIResponse answer) {
        answer.addHeader(title, OASFactory.createHeader().ref("#/components/headers/" + title));
    }
}
