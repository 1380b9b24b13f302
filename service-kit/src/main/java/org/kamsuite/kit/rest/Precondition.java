package org.kamsuite.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;

/// The condition under which the caller wants to write.
@RequestScoped
public class Precondition {

    private final HttpHeaders headers;

    @Inject
    Precondition(HttpHeaders headers) {
        this.headers = headers;
    }

    /// Refuses with 412 if the caller decided on another version; without `If-Match` all is well.
    public void require(String current) {
        var sent = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (sent == null || sent.strip().equals("*")) {
            return;
        }
        var matches =
                Arrays.stream(sent.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("\"" + current + "\""));
        if (!matches) {
            throw new PreconditionFailed(sent, current);
        }
    }
}
