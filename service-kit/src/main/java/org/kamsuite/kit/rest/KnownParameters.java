package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.ValueForms;

/// Refuses parameters that the operation does not know, or that have not the form it reads.
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final Map<Method, List<RequestParameter>> known = new ConcurrentHashMap<>();

    @Inject
    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var parameters = known.computeIfAbsent(method, RequestParameter::of);
        var unknown =
                method.isAnnotationPresent(FreeQuery.class)
                        ? Stream.<Problem.Fault>empty()
                        : unknown(request, parameters);
        var faults = Stream.concat(unknown, misformed(request, parameters)).toList();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static Stream<Problem.Fault> unknown(
            ContainerRequestContext request, List<RequestParameter> parameters) {
        var names =
                parameters.stream()
                        .filter(RequestParameter::inQuery)
                        .map(RequestParameter::name)
                        .sorted()
                        .toList();
        return request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new Problem.Fault(ValueForms.shown(name), unknown(name, names)));
    }

    private static String unknown(String name, List<String> names) {
        var start = "The query parameter " + ValueForms.shown(name) + " is unknown; ";
        return start + (names.isEmpty() ? "there are none here" : "known are " + names);
    }

    private static Stream<Problem.Fault> misformed(
            ContainerRequestContext request, List<RequestParameter> parameters) {
        return parameters.stream()
                .flatMap(parameter -> parameter.faults(values(request, parameter)));
    }

    private static List<String> values(
            ContainerRequestContext request, RequestParameter parameter) {
        return parameter.inQuery()
                ? request.getUriInfo()
                        .getQueryParameters()
                        .getOrDefault(parameter.name(), List.of())
                : request.getHeaders().getOrDefault(parameter.name(), List.of());
    }
}
