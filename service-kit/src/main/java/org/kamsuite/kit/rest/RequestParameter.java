package org.kamsuite.kit.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.ValueForms;

/// A parameter of the query or the path, or a header, that an operation reads, and the type it is
/// read as.
record RequestParameter(String name, Place place, Class<?> type) {

    /// Where the parameter stands.
    enum Place {
        QUERY,
        PATH,
        HEADER
    }

    static List<RequestParameter> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter ->
                        Stream.concat(
                                of(parameter, parameter.getType()).stream(),
                                Arrays.stream(parameter.getType().getDeclaredFields())
                                        .flatMap(f -> of(f, f.getType()).stream())))
                .toList();
    }

    private static Optional<RequestParameter> of(AnnotatedElement element, Class<?> type) {
        var query = Optional.ofNullable(element.getAnnotation(QueryParam.class));
        var path = Optional.ofNullable(element.getAnnotation(PathParam.class));
        var header = Optional.ofNullable(element.getAnnotation(HeaderParam.class));
        return query.map(found -> new RequestParameter(found.value(), Place.QUERY, type))
                .or(() -> path.map(found -> new RequestParameter(found.value(), Place.PATH, type)))
                .or(() ->
                        header.map(
                                found -> new RequestParameter(found.value(), Place.HEADER, type)));
    }

    /// What is wrong with the values given: each has the type's form, there is one where one is
    /// read, and it is not empty.
    Stream<Problem.Fault> faults(List<String> values) {
        if (values.size() > 1 && !Iterable.class.isAssignableFrom(type)) {
            return Stream.of(new Problem.Fault(name, name + " is given more than once"));
        }
        if (place == Place.QUERY && values.contains("")) {
            return Stream.of(new Problem.Fault(name, name + " is given without a value"));
        }
        return values.stream()
                .filter(value -> !ParameterForm.of(type).accepts(value))
                .map(value ->
                        new Problem.Fault(
                                name,
                                name
                                        + " is "
                                        + ValueForms.of(type)
                                        + ", not "
                                        + ValueForms.shown(value)));
    }
}
