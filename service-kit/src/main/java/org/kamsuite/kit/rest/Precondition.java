package org.kamsuite.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// The condition under which the caller wants to write.
@RequestScoped
public class Precondition {

    private final HttpHeaders headers;
    private final EntityTags tags;

    @Inject
    Precondition(HttpHeaders headers, EntityTags tags) {
        this.headers = headers;
        this.tags = tags;
    }

    /// Refuses with 428 without `If-Match`, where a route makes a resource and writes it anew.
    public void demand(String current) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new PreconditionRequired();
        }
        require(current);
    }

    /// Refuses with 412 if the caller decided on another version; without `If-Match` all is well.
    public void require(String current) {
        var sent = sent();
        if (sent != null && !tags.match(sent, current)) {
            throw new PreconditionFailed(sent, tags.of(current));
        }
    }

    private @Nullable String sent() {
        return headers.getHeaderString(HttpHeaders.IF_MATCH);
    }
}
