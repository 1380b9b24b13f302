package org.kamsuite.kit.contract;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The page that calls the interface: where it is off, its path is as unknown as any other.
@ApplicationScoped
class SwaggerUi {

    private final boolean enabled;

    @Inject
    SwaggerUi(@ConfigProperty(name = "quarkus.swagger-ui.enabled") boolean enabled) {
        this.enabled = enabled;
    }

    void register(@Observes Router router) {
        if (!enabled) {
            router.route("/q/swagger-ui*")
                    .order(Integer.MIN_VALUE)
                    .handler(context -> context.fail(404));
        }
    }
}
