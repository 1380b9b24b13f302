package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.kamsuite.kit.query.Page;

/// Sets the headers that follow from the answer: entity tag, location, next page, written sequence.
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

    private final WrittenSequence written;

    @Inject
    AnswerHeaders(WrittenSequence written) {
        this.written = written;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        written.header().ifPresent(value -> headers.putSingle("Account-Sequence", value));
        var entity = response.getEntity();
        if (response.getStatus() == 201 && entity instanceof Identified created) {
            var path = request.getUriInfo().getAbsolutePath().getPath();
            headers.putSingle(HttpHeaders.LOCATION, URI.create(path + "/" + created.id()));
        }
        if (entity instanceof Page<?> page && page.next() != null) {
            var next =
                    request.getUriInfo()
                            .getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.next())
                            .build();
            headers.add(
                    HttpHeaders.LINK,
                    "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        if (entity instanceof Versioned versioned) {
            var etag = "\"" + versioned.etag() + "\"";
            headers.putSingle(HttpHeaders.ETAG, etag);
            if (request.getMethod().equals("GET")
                    && etag.equals(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }
}
