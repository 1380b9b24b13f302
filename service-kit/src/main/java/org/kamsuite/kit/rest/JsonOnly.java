package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Set;

/// An operation that does not state otherwise reads and writes JSON and nothing else.
///
/// Whoever cannot read that is refused before anything happens; left alone, the server would give
/// the same in any guise that is asked for, texts of customers as HTML among them.
@Provider
public class JsonOnly implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ResourceInfo resource;

    @Inject
    JsonOnly(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!states(Produces.class) && !isWanted(request)) {
            throw new NotAcceptableException();
        }
        if (WITH_BODY.contains(request.getMethod())
                && (hasBody(request) || states(Consumes.class))
                && !isReadable(request)) {
            throw new NotSupportedException();
        }
    }

    private static boolean isWanted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream()
                    .anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeaderString("Transfer-Encoding") != null
                : !length.equals("0");
    }

    private boolean isReadable(ContainerRequestContext request) {
        try {
            var type = request.getMediaType();
            return type != null
                    && !type.isWildcardType()
                    && !type.isWildcardSubtype()
                    && (states(Consumes.class)
                            || MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity() && response.getMediaType() == null && !states(Produces.class)) {
            response.setEntity(
                    response.getEntity(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private boolean states(Class<? extends Annotation> annotation) {
        var method = resource.getResourceMethod();
        return method != null
                && (method.isAnnotationPresent(annotation)
                        || resource.getResourceClass().isAnnotationPresent(annotation));
    }
}
