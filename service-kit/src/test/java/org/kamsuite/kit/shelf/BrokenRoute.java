package org.kamsuite.kit.shelf;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Fails below the resources, as an extension could.
@ApplicationScoped
class BrokenRoute {

    void register(@Observes Router router) {
        router.get("/raw/failing")
                .handler(context -> context.fail(new IllegalStateException("raw")));
        router.get("/raw/refusing").handler(context -> context.fail(413));
    }
}
