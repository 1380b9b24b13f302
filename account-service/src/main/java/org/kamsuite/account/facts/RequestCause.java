package org.kamsuite.account.facts;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.kamsuite.account.facts.AccountSequence.Cause;
import org.kamsuite.kit.time.Ids;

/// The request that is being answered, as the cause of what it changes.
@ApplicationScoped
class RequestCause {

    private final Current current;

    @Inject
    RequestCause(Current current) {
        this.current = current;
    }

    Optional<Cause> current() {
        return Arc.container().requestContext().isActive()
                ? Optional.of(current.cause())
                : Optional.empty();
    }

    /// One request: by its header `X-Request-Id`, else by an identifier of our own.
    @RequestScoped
    static class Current {

        private static final int LONGEST = 100;

        private final String id;

        @Inject
        Current(HttpHeaders headers) {
            var sent = headers.getHeaderString("X-Request-Id");
            this.id =
                    sent == null || sent.isBlank() || sent.length() > LONGEST
                            ? Ids.next().toString()
                            : sent;
        }

        Cause cause() {
            return new Cause(Cause.Kind.REQUEST, id);
        }
    }
}
