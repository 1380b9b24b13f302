package org.kamsuite.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which methods a path knows: what a 405 has to say.
@Singleton
class AllowedMethods {

    private final BeanManager beans;
    private volatile List<Operation> operations = List.of();

    @Inject
    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    Set<String> at(String path) {
        if (operations.isEmpty()) {
            operations =
                    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                            .map(Bean::getBeanClass)
                            .filter(type -> type.isAnnotationPresent(Path.class))
                            .flatMap(AllowedMethods::operations)
                            .toList();
        }
        return operations.stream()
                .filter(operation -> operation.path.matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Operation> operations(Class<?> type) {
        var start = type.getAnnotation(Path.class).value();
        return Stream.concat(
                        Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> operation(start, method));
    }

    private static Stream<Operation> operation(String start, Method method) {
        var path = method.getAnnotation(Path.class);
        var whole = start + (path == null ? "" : "/" + path.value());
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> new Operation(http.value(), pattern(whole)));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(
                template.replaceAll("/+", "/").replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    private record Operation(String method, Pattern path) {}
}
