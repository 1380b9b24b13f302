package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers every failure of a resource as problem+json.
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowed;
    private final Postponements postponements;

    @Inject
    ProblemMappers(AllowedMethods allowed, Postponements postponements) {
        this.allowed = allowed;
        this.postponements = postponements;
    }

    @ServerExceptionMapper
    public Response rejection(Rejection rejection, @Context UriInfo uri) {
        return answer(rejection.problem(), uri).build();
    }

    @ServerExceptionMapper(priority = 1)
    public Response violations(ConstraintViolationException failure, @Context UriInfo uri) {
        return Violations.isOurs(failure)
                ? failed(failure, uri)
                : rejection(new Invalid(Violations.faults(failure.getConstraintViolations())), uri);
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException failure, @Context UriInfo uri) {
        return rejection(UnreadableJson.of(failure), uri);
    }

    /// What is read is nested too deeply, or a text or number in it is too long.
    @ServerExceptionMapper
    public Response size(StreamConstraintsException failure, @Context UriInfo uri) {
        return rejection(UnreadableJson.of(failure), uri);
    }

    @ServerExceptionMapper
    public Response bytes(CharConversionException failure, @Context UriInfo uri) {
        return rejection(new UnreadableJson("The body is not in UTF-8"), uri);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(RuntimeException failure, @Context UriInfo uri) {
        return answer(HttpProblems.of(401, path(uri)), uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, @Context UriInfo uri) {
        return answer(HttpProblems.of(403, path(uri)), uri).build();
    }

    @ServerExceptionMapper
    public Response http(
            WebApplicationException failure, @Context UriInfo uri, @Context Request request) {
        if (failure.getCause() instanceof JacksonException json) {
            return rejection(UnreadableJson.of(json), uri);
        }
        var status = status(failure, uri, request);
        if (status < 400) {
            return failure.getResponse();
        }
        if (status >= 500) {
            return failed(failure, uri);
        }
        var answer = answer(HttpProblems.of(status, path(uri)), uri);
        return status == 405
                ? answer.header(HttpHeaders.ALLOW, String.join(", ", allowed.at(path(uri)))).build()
                : answer.build();
    }

    /// A path that only other methods know is no unknown path.
    private int status(WebApplicationException failure, UriInfo uri, Request request) {
        var status = failure.getResponse().getStatus();
        if (status != 404) {
            return status;
        }
        var methods = allowed.at(path(uri));
        return methods.isEmpty() || methods.contains(request.getMethod()) ? status : 405;
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, @Context UriInfo uri) {
        var refused = DatabaseRefusals.problem(failure);
        if (refused.isEmpty()) {
            return failed(failure, uri);
        }
        var problem = refused.get();
        if (problem.status() < 500) {
            return answer(problem, uri).build();
        }
        postponements.count(problem);
        postponements.log(path(uri), failure);
        return answer(problem, uri).header(HttpHeaders.RETRY_AFTER, "2").build();
    }

    private static Response failed(Throwable failure, UriInfo uri) {
        if (ExceptionUtil.getRootCause(failure) instanceof HttpClosedException) {
            LOG.debugf("A caller has left before the end of his body: path=%s", path(uri));
            return answer(HttpProblems.of(400, path(uri)), uri).build();
        }
        LOG.errorf(failure, "A request failed: path=%s", path(uri));
        return answer(HttpProblems.of(500, path(uri)), uri).build();
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    private static Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.at(path(uri)));
    }
}
