package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Answers every failure as problem+json.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response rejection(Rejection rejection) {
        return answer(rejection.problem());
    }

    @ServerExceptionMapper(priority = 1)
    public Response violations(ConstraintViolationException failure) {
        var faults =
                failure.getConstraintViolations().stream()
                        .map(ProblemMappers::fault)
                        .sorted(
                                Comparator.comparing(Problem.Fault::pointer)
                                        .thenComparing(Problem.Fault::detail))
                        .toList();
        return answer(new Invalid(faults).problem());
    }

    private static Problem.Fault fault(ConstraintViolation<?> violation) {
        var nodes =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .filter(node -> node.getKind() != ElementKind.METHOD)
                        .toList();
        var pointer = new StringBuilder();
        for (var node : nodes) {
            if (node.getKind() == ElementKind.PARAMETER && nodes.size() > 1) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        var value = violation.getInvalidValue();
        var shown =
                value instanceof CharSequence || value instanceof Number || value instanceof Enum
                        ? ", not " + shorten(value.toString())
                        : "";
        return new Problem.Fault(pointer.toString(), violation.getMessage() + shown);
    }

    private static String shorten(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    public Response json(JacksonException failure) {
        return answer(JsonFaults.problem(failure));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(RuntimeException failure) {
        return Response.fromResponse(
                        answer(
                                Problem.of(
                                        401,
                                        "unauthenticated",
                                        "A token is needed",
                                        "The request needs a valid bearer token")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(ForbiddenException failure) {
        return answer(
                Problem.of(
                        403,
                        "forbidden",
                        "Not allowed",
                        "The roles of the caller do not allow this operation"));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure, @Context UriInfo uri) {
        if (jackson(failure) instanceof JacksonException json) {
            return json(json);
        }
        var status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        var problem = HttpProblems.of(status, uri.getPath());
        var answer = Response.fromResponse(answer(problem));
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, @Context UriInfo uri) {
        if (jackson(failure) instanceof JacksonException json) {
            return json(json);
        }
        if (databaseIsAway(failure)) {
            LOG.warnf("The database does not answer: %s", failure.getMessage());
            return Response.fromResponse(
                            answer(
                                    Problem.of(
                                            503,
                                            "database-away",
                                            "Try again later",
                                            "The database does not answer")))
                    .header(HttpHeaders.RETRY_AFTER, "2")
                    .build();
        }
        var refused = DatabaseRefusals.problem(failure);
        if (refused.isPresent()) {
            return answer(refused.get());
        }
        LOG.errorf(failure, "A request failed: path=%s", uri.getPath());
        return answer(
                Problem.of(
                        500,
                        "internal-error",
                        "Internal error",
                        "The request failed; the log of the service says why"));
    }

    private static @Nullable Throwable jackson(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException) {
                return cause;
            }
        }
        return null;
    }

    private static boolean databaseIsAway(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                var state = database.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57P");
            }
        }
        return false;
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }
}
