package org.kamsuite.kit.contract;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.kit.rest.WritesFacts;

/// Documents what an operation answers when it succeeds: its status and its headers.
final class Answers {

    private static final String OK = "200";
    private static final String NOTHING = "204";
    private static final Map<String, String> WORDS =
            Map.of(
                    OK,
                    "Done",
                    "201",
                    "Made",
                    "202",
                    "Accepted; it goes on by itself",
                    NOTHING,
                    "Done; there is nothing to say");

    private final Map<String, Integer> statuses = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Markers writing;
    private final AnsweredRecords records;

    Answers(IndexView index, AnsweredRecords records) {
        this.records = records;
        writing = Markers.of(index, WritesFacts.class);
        for (var instance : index.getAnnotations(ResponseStatus.class)) {
            Markers.operations(index, instance)
                    .forEach(operation -> statuses.put(operation, instance.value().asInt()));
        }
        for (var instance : index.getAnnotations(RolesAllowed.class)) {
            if (instance.target().kind() == AnnotationTarget.Kind.METHOD
                    && instance.target().asMethod().returnType().kind() == Type.Kind.VOID) {
                silent.addAll(Markers.operations(index, instance));
            }
        }
    }

    void describe(String method, Operation operation) {
        var responses = operation.getResponses();
        correctStatus(operation.getOperationId(), responses);
        responses
                .getAPIResponses()
                .forEach((code, answer) -> {
                    if (WORDS.containsKey(code)) {
                        answer.setDescription(WORDS.get(code));
                        headers(method, code, operation, answer);
                    }
                });
        var stated = responses.getAPIResponse(OK);
        if (method.equals("GET") && stated != null && is(stated, Versioned.class)) {
            operation.addParameter(CommonParameter.IF_NONE_MATCH.described());
            responses.addAPIResponse("304", unchanged());
        }
    }

    /// The scanner takes every POST without an answer for one that makes something.
    private void correctStatus(String operation, APIResponses responses) {
        var status = statuses.get(operation);
        if (status != null) {
            rename(responses, OK, status.toString());
        } else if (silent.contains(operation)) {
            rename(responses, "201", NOTHING);
        }
    }

    private static void rename(APIResponses responses, String from, String to) {
        var stated = responses.getAPIResponse(from);
        if (stated != null) {
            responses.removeAPIResponse(from);
            responses.addAPIResponse(to, stated);
        }
    }

    private static APIResponse unchanged() {
        var answer =
                OASFactory.createAPIResponse().description("It is still what If-None-Match names");
        AnswerHeader.ETAG.on(answer);
        limited(answer);
        return answer;
    }

    /// What the caller may still send.
    static void limited(APIResponse answer) {
        AnswerHeader.RATE_LIMIT.on(answer);
        AnswerHeader.RATE_LIMIT_POLICY.on(answer);
    }

    private void headers(String method, String code, Operation operation, APIResponse answer) {
        if (is(answer, Versioned.class)) {
            AnswerHeader.ETAG.on(answer);
        }
        if (code.equals("201") && is(answer, Identified.class)) {
            AnswerHeader.LOCATION.on(answer);
        }
        if (method.equals("GET") && is(answer, Page.class)) {
            AnswerHeader.LINK.on(answer);
        }
        if (!method.equals("GET") && writing.contains(operation.getOperationId())) {
            AnswerHeader.ACCOUNT_SEQUENCE.on(answer);
        }
        limited(answer);
    }

    private boolean is(APIResponse answer, Class<?> type) {
        return SchemaTree.roots(answer.getContent())
                .map(SchemaTree::name)
                .anyMatch(name -> name != null && records.are(name, type));
    }
}
