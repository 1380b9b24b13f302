package org.kamsuite.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// Takes bodies as they are only: a compressed one could be far larger than what was sent.
@Provider
public class PlainBodies implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.trim().equalsIgnoreCase("identity")) {
            throw new UnsupportedCoding(coding);
        }
    }
}
