package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Problem;

/// Refuses query parameters that the operation does not know.
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Inject
    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || method.isAnnotationPresent(FreeQuery.class)) {
            return;
        }
        var names = known.computeIfAbsent(method, KnownParameters::names);
        var faults =
                request.getUriInfo().getQueryParameters().keySet().stream()
                        .filter(name -> !names.contains(name))
                        .sorted()
                        .map(name ->
                                new Problem.Fault(
                                        name,
                                        "The query parameter "
                                                + name
                                                + " is unknown; known are "
                                                + names))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static Set<String> names(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            Arrays.stream(parameter.getType().getDeclaredFields())
                    .map(field -> field.getAnnotation(QueryParam.class))
                    .filter(Objects::nonNull)
                    .forEach(annotation -> names.add(annotation.value()));
        }
        return names;
    }
}
