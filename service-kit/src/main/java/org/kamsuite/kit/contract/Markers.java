package org.kamsuite.kit.contract;

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// The operations that carry one of the kit's annotations, by the identifier that the document
/// gives them.
record Markers(Set<String> operations) {

    static Markers of(IndexView index, Class<? extends Annotation> annotation) {
        var operations = new HashSet<String>();
        for (var instance : index.getAnnotations(annotation)) {
            operations.addAll(operations(index, instance));
        }
        return new Markers(operations);
    }

    static Set<String> operations(IndexView index, AnnotationInstance instance) {
        var operations = new HashSet<String>();
        methods(instance).forEach(method -> add(index, method, operations));
        return operations;
    }

    private static Stream<MethodInfo> methods(AnnotationInstance instance) {
        return switch (instance.target().kind()) {
            case METHOD -> Stream.of(instance.target().asMethod());
            case CLASS -> instance.target().asClass().methods().stream();
            case FIELD, METHOD_PARAMETER, TYPE, RECORD_COMPONENT -> Stream.empty();
        };
    }

    /// An operation that is inherited has the name of the class that inherits it.
    private static void add(IndexView index, MethodInfo method, Set<String> operations) {
        var declaring = method.declaringClass();
        Stream.concat(Stream.of(declaring), index.getAllKnownSubclasses(declaring.name()).stream())
                .map(ClassInfo::simpleName)
                .forEach(type -> operations.add(type + "_" + method.name()));
    }

    boolean contains(String operation) {
        return operations.contains(operation);
    }
}
