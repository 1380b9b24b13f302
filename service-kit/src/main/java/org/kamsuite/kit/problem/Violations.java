package org.kamsuite.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The violations of declared rules, each with its place in the request.
public final class Violations {

    private Violations() {}

    /// The violations in the order of their places; one of a rule between fields stands at each.
    public static List<Problem.Fault> faults(
            Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .flatMap(Violations::faults)
                .sorted(
                        Comparator.comparing(Problem.Fault::pointer)
                                .thenComparing(Problem.Fault::detail))
                .toList();
    }

    /// Whether we broke a rule ourselves, by what we answered.
    static boolean isOurs(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .flatMap(violation -> nodes(violation).stream())
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    }

    private static Stream<Problem.Fault> faults(ConstraintViolation<?> violation) {
        var place = parameter(violation).orElseGet(() -> pointer(violation));
        var detail = violation.getMessage() + shown(violation.getInvalidValue());
        var parent = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        return concerned(violation)
                .map(fields -> Arrays.stream(fields).map(field -> parent + "/" + field))
                .orElseGet(() -> Stream.of(place))
                .map(pointer -> new Problem.Fault(pointer, detail));
    }

    /// The fields of a rule that a record states as a method.
    private static Optional<String[]> concerned(ConstraintViolation<?> violation) {
        var rule = nodes(violation).getLast().getName();
        if (rule == null || violation.getLeafBean() == null) {
            return Optional.empty();
        }
        return Arrays.stream(violation.getLeafBean().getClass().getDeclaredMethods())
                .filter(method -> method.getName().equalsIgnoreCase("is" + rule))
                .map(method -> method.getAnnotation(Concerns.class))
                .filter(Objects::nonNull)
                .map(Concerns::value)
                .findFirst();
    }

    private static String shown(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Enum
                ? ", not " + ValueForms.shown(value)
                : "";
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : nodes(violation)) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(ValueForms.shown(node.getKey()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /// The name of the query, header or path parameter; empty where the body is meant.
    private static Optional<String> parameter(ConstraintViolation<?> violation) {
        var nodes = nodes(violation);
        if (nodes.size() < 2 || nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        var method = nodes.getFirst().as(Path.MethodNode.class);
        var index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return declared(violation.getRootBeanClass(), method)
                .flatMap(found -> name(found.getParameters()[index]));
    }

    private static Optional<Method> declared(Class<?> type, Path.MethodNode node) {
        var parameters = node.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            var found =
                    Arrays.stream(each.getDeclaredMethods())
                            .filter(method -> method.getName().equals(node.getName()))
                            .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
                            .filter(Violations::hasNamedParameters)
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean hasNamedParameters(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(each -> name(each).isPresent());
    }

    private static Optional<String> name(Parameter parameter) {
        return annotation(parameter, QueryParam.class)
                .map(QueryParam::value)
                .or(() -> annotation(parameter, HeaderParam.class).map(HeaderParam::value))
                .or(() -> annotation(parameter, PathParam.class).map(PathParam::value));
    }

    private static <A extends Annotation> Optional<A> annotation(
            Parameter parameter, Class<A> type) {
        return Optional.ofNullable(parameter.getAnnotation(type));
    }
}
