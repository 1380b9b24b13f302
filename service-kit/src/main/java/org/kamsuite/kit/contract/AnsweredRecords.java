package org.kamsuite.kit.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// The records that answers are written from, by the names of their schemas.
///
/// What a record cannot lack, its answers never lack: of a record, null is only what is marked so,
/// and of an answer, only null is left out.
final class AnsweredRecords {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private final IndexView index;
    private final Map<String, ClassInfo> records = new HashMap<>();
    private final Map<String, Set<String>> present = new HashMap<>();

    private AnsweredRecords(IndexView index) {
        this.index = index;
    }

    static AnsweredRecords of(IndexView index) {
        var answered = new AnsweredRecords(index);
        index.getAnnotations(Operation.class).stream()
                .map(instance -> instance.target().asMethod())
                .forEach(answered::answerOf);
        return answered;
    }

    /// The properties that every answer of the schema has, whether it knows them as such or not.
    Set<String> present(String schema) {
        return present.getOrDefault(schema, Set.of());
    }

    /// Whether the schema is that of a record of the type.
    boolean are(String schema, Class<?> type) {
        var answered = records.get(schema);
        var wanted = DotName.createSimple(type);
        return answered != null
                && (answered.name().equals(wanted) || answered.interfaceNames().contains(wanted));
    }

    /// An operation that is inherited answers what the class that inherits it says.
    private void answerOf(MethodInfo method) {
        var declaring = method.declaringClass();
        if (declaring.typeParameters().isEmpty()) {
            visit(method.returnType());
        }
        for (var inheriting : index.getAllKnownSubclasses(declaring.name())) {
            visit(Bound.inherited(inheriting, declaring, index).resolve(method.returnType()));
        }
    }

    private void visit(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            visit(type.asArrayType().elementType());
            return;
        }
        var answered = index.getClassByName(type.name());
        if (answered != null && answered.isRecord()) {
            visit(answered, type);
        } else if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            type.asParameterizedType().arguments().forEach(this::visit);
        }
    }

    private void visit(ClassInfo answered, Type type) {
        var name = name(type);
        if (records.putIfAbsent(name, answered) == null) {
            var bound = Bound.of(answered, type);
            present.put(name, present(answered, bound));
            answered.recordComponents()
                    .forEach(component -> visit(bound.resolve(shown(answered, component))));
        }
    }

    private Set<String> present(ClassInfo answered, Bound bound) {
        var names = new HashSet<String>();
        for (var component : answered.recordComponents()) {
            if (answered.field(component.name()).hasAnnotation(UNWRAPPED)) {
                var content = bound.resolve(component.type());
                var unwrapped = index.getClassByName(content.name());
                names.addAll(present(unwrapped, Bound.of(unwrapped, content)));
            } else if (!component.type().hasAnnotation(NULLABLE)) {
                names.add(component.name());
            }
        }
        return names;
    }

    /// Stored JSON says itself which record it was.
    private static Type shown(ClassInfo answered, RecordComponentInfo component) {
        var stated = answered.field(component.name()).annotation(SCHEMA);
        var implementation = stated == null ? null : stated.value("implementation");
        return implementation == null ? component.type() : implementation.asClass();
    }

    /// As the scanner names it: `Page<Letter>` is `PageLetter`.
    private static String name(Type type) {
        var simple = type.name().withoutPackagePrefix();
        var own = simple.substring(simple.lastIndexOf('$') + 1);
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().stream()
                        .map(AnsweredRecords::name)
                        .collect(Collectors.joining("", own, ""))
                : own;
    }
}
