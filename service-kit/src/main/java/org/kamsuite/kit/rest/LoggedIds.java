package org.kamsuite.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/// Lets every log line of a request say which account, centre or other thing it is about.
///
/// Only identifiers: a path may also hold names of people.
@Provider
public class LoggedIds implements ContainerRequestFilter {

    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo()
                .getPathParameters()
                .forEach((name, values) -> {
                    if (IDENTIFIER.matcher(values.getFirst()).matches()) {
                        MDC.put(name, values.getFirst());
                    }
                });
    }
}
