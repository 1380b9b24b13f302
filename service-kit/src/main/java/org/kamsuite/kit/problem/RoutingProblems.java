package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/// Answers what fails before or below the resources, such as a body that is too large.
@ApplicationScoped
class RoutingProblems {

    private static final Logger LOG = Logger.getLogger(RoutingProblems.class);

    private final ObjectMapper json;
    private final Postponements postponements;

    @Inject
    RoutingProblems(ObjectMapper json, Postponements postponements) {
        this.json = json;
        this.postponements = postponements;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        for (var status = 400; status < 600; status++) {
            router.errorHandler(status, this::answer);
        }
    }

    private void answer(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            context.next();
            return;
        }
        var path = String.valueOf(context.request().path());
        var problem = problem(context, path);
        var status = problem.status();
        if (context.failure() instanceof Rejection) {
            postponements.count(problem);
        } else if (status >= 500) {
            LOG.errorf(context.failure(), "A request failed: path=%s", context.request().path());
        }
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(body(problem.at(path)));
    }

    private static Problem problem(RoutingContext context, String path) {
        return context.failure() instanceof Rejection rejection
                ? rejection.problem()
                : HttpProblems.of(status(context), path);
    }

    private static int status(RoutingContext context) {
        return switch (context.failure()) {
            case UnauthorizedException _ -> 401;
            case AuthenticationException _ -> 401;
            case ForbiddenException _ -> 403;
            case null, default -> context.statusCode() < 400 ? 500 : context.statusCode();
        };
    }

    private String body(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
