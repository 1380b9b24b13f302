package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import org.kamsuite.kit.query.Page;

/// Sets the headers that follow from the answer: entity tag, location, next page, written sequence.
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

    private final WrittenSequence written;
    private final EntityTags tags;

    @Inject
    AnswerHeaders(WrittenSequence written, EntityTags tags) {
        this.written = written;
        this.tags = tags;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (isDone(response)) {
            written.header().ifPresent(value -> headers.putSingle("Account-Sequence", value));
        }
        if (isRead(request)) {
            headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private, no-cache"));
        }
        switch (response.getEntity()) {
            case Page<?> page when page.next() != null ->
                    headers.add(HttpHeaders.LINK, link(request.getUriInfo(), page.next()));
            case Versioned versioned -> tag(tags.of(versioned), request, response);
            case null, default -> {}
        }
        if (response.getStatus() == 201 && response.getEntity() instanceof Identified created) {
            headers.putSingle(HttpHeaders.LOCATION, location(request.getUriInfo(), created));
        }
    }

    /// A refused write is rolled back, and its sequence does not exist.
    private static boolean isDone(ContainerResponseContext response) {
        return response.getStatusInfo().getFamily() == Family.SUCCESSFUL;
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String link(UriInfo request, String cursor) {
        var next = request.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }

    private static URI location(UriInfo request, Identified created) {
        return URI.create(request.getAbsolutePath().getRawPath() + "/" + created.id());
    }

    private static void tag(
            String current, ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, current);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && isRead(request) && EntityTags.matchWeakly(known, current)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
