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

    @Inject
    RoutingProblems(ObjectMapper json) {
        this.json = json;
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
        var status = status(context);
        if (status >= 500) {
            LOG.errorf(context.failure(), "A request failed: path=%s", context.request().path());
        }
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(body(status, String.valueOf(context.request().path())));
    }

    private static int status(RoutingContext context) {
        return switch (context.failure()) {
            case UnauthorizedException _ -> 401;
            case AuthenticationException _ -> 401;
            case ForbiddenException _ -> 403;
            case null, default -> context.statusCode() < 400 ? 500 : context.statusCode();
        };
    }

    private String body(int status, String path) {
        try {
            return json.writeValueAsString(HttpProblems.of(status, path).at(path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
