package org.kamsuite.kit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.ValueForms;
import org.kamsuite.kit.rest.RequestParameter.Place;

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
        requireText(request.getUriInfo().getRequestUri());
        var parameters = known.computeIfAbsent(method, RequestParameter::of);
        if (misformed(request, parameters, Place.PATH).findAny().isPresent()) {
            throw new NotFoundException();
        }
        var unknown =
                method.isAnnotationPresent(FreeQuery.class)
                        ? Stream.<Problem.Fault>empty()
                        : unknown(request, parameters);
        var faults =
                Stream.concat(
                                unknown,
                                Stream.of(Place.QUERY, Place.HEADER)
                                        .flatMap(place -> misformed(request, parameters, place)))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static void requireText(URI address) {
        if (!AddressText.isText(address.getRawPath())
                || !AddressText.isText(address.getRawQuery())) {
            throw new Invalid("", "The address of the request is not text in UTF-8");
        }
    }

    private static Stream<Problem.Fault> unknown(
            ContainerRequestContext request, List<RequestParameter> parameters) {
        var names =
                parameters.stream()
                        .filter(parameter -> parameter.place() == Place.QUERY)
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
            ContainerRequestContext request, List<RequestParameter> parameters, Place place) {
        return parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .flatMap(parameter -> parameter.faults(values(request, parameter)));
    }

    private static List<String> values(
            ContainerRequestContext request, RequestParameter parameter) {
        var values =
                switch (parameter.place()) {
                    case QUERY -> request.getUriInfo().getQueryParameters();
                    case PATH -> request.getUriInfo().getPathParameters();
                    case HEADER -> request.getHeaders();
                };
        return values.getOrDefault(parameter.name(), List.of());
    }
}
