package org.kamsuite.kit.contract;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// A way in which operations refuse, described once.
enum Refusal {
    BAD_REQUEST(
            "400", "BadRequest", "A parameter or the body is unknown, malformed or breaks a rule"),
    UNAUTHORIZED("401", "Unauthorized", "There is no valid token"),
    FORBIDDEN("403", "Forbidden", "The roles of the caller do not allow this"),
    NOT_FOUND("404", "NotFound", "There is no such thing"),
    NOT_ACCEPTABLE("406", "NotAcceptable", "None of the media types in Accept can be written"),
    TOO_SLOW("408", "TooSlow", "The body did not come to its end in time"),
    CONFLICT("409", "Conflict", "The present state does not allow this"),
    GONE("410", "Gone", "There is no going on from this position"),
    PRECONDITION_FAILED(
            "412", "PreconditionFailed", "Somebody else has changed it since it was read"),
    TOO_LARGE("413", "TooLarge", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("415", "UnsupportedMediaType", "The body's media type cannot be read"),
    UNPROCESSABLE("422", "Unprocessable", "The content cannot be accepted"),
    PRECONDITION_REQUIRED("428", "PreconditionRequired", "If-Match is missing"),
    TOO_MANY_REQUESTS("429", "TooManyRequests", "The caller has sent too many requests of late"),
    INTERNAL_ERROR("500", "InternalError", "The request failed"),
    UNAVAILABLE(
            "503",
            "Unavailable",
            "The service has too much to do, or its database does not answer; try again"),
    BEHIND("504", "Behind", "The answer does not yet rest on what X-Wait-For names");

    private static final Set<Refusal> RETRIED = EnumSet.of(TOO_MANY_REQUESTS, UNAVAILABLE);

    private final String status;
    private final String title;
    private final String description;

    Refusal(String status, String title, String description) {
        this.status = status;
        this.title = title;
        this.description = description;
    }

    void describe(Components components) {
        var response = ProblemSchema.response(description);
        if (RETRIED.contains(this)) {
            AnswerHeader.RETRY_AFTER.on(response);
        }
        // Who the caller is must be known to count what he sends.
        if (this != UNAUTHORIZED) {
            Answers.limited(response);
        }
        components.addResponse(title, response);
    }

    String status() {
        return status;
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + title);
    }
}
