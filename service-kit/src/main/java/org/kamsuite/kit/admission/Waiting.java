package org.kamsuite.kit.admission;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/// While a request waits for something that costs the process nothing, others have its place.
///
/// When it goes on there may be more in work than usual, by as many as wait at once.
public final class Waiting implements AutoCloseable {

    private final @Nullable Place place;

    private Waiting(@Nullable Place place) {
        this.place = place;
        if (place != null) {
            place.lend();
        }
    }

    /// Of the request whose filters or resource this thread runs.
    public static Waiting ofCurrentRequest() {
        return new Waiting(current());
    }

    static @Nullable Place current() {
        var context = CurrentRequestManager.get().unwrap(RoutingContext.class);
        return context.get(Admission.PLACE);
    }

    @Override
    public void close() {
        if (place != null) {
            place.wantAgain();
        }
    }
}
