package org.kamsuite.kit.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.kamsuite.kit.problem.UnreadBody;

/// Lets so many requests into the process at once, and refuses the others before anything is done
/// for them: their token is not verified and their body is not read.
///
/// Whoever operates the service is not counted: health, metrics and administration answer always.
@Singleton
class Admission {

    static final String PLACE = Place.class.getName();

    /// After CORS, so that a page can read the refusal; before the token is looked at.
    private static final int ORDER = -SecurityHandlerPriorities.AUTHENTICATION - 1;

    /// A body of up to this length is cheaper to skip than a connection is to open anew.
    private static final long SKIPPED = 1 << 16;

    private final AdmissionConfig config;
    private final MeterRegistry metrics;
    private final Places places;

    @Inject
    Admission(AdmissionConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
        this.places = new Places(config.inWork());
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::admit);
        Gauge.builder("kam.admission.in.work", places, Places::taken)
                .description("Requests that the process works on")
                .register(metrics);
    }

    private void admit(RoutingContext context) {
        if (places.tryTake()) {
            var place = new Place(places);
            context.put(PLACE, place);
            context.addEndHandler(end -> place.answered());
            context.next();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        var response = context.response();
        response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(config.retryAfter().toSeconds()));
        if (isLong(context.request())) {
            UnreadBody.closeAfterAnswer(context);
        }
        context.fail(503, new TooBusy(config.inWork()));
    }

    private static boolean isLong(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeader("Transfer-Encoding") != null
                : !length.matches("[0-9]{1,18}") || Long.parseLong(length) > SKIPPED;
    }
}
