package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/// Answers what fails before a resource is reached, such as a body that is too large.
@ApplicationScoped
class RoutingProblems {

    private final ObjectMapper json;

    @Inject
    RoutingProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        for (var status : List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431)) {
            router.errorHandler(status, context -> answer(context, status));
        }
    }

    private void answer(RoutingContext context, int status) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        try {
            response.setStatusCode(status)
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(
                            json.writeValueAsString(
                                    HttpProblems.of(status, context.normalizedPath())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
