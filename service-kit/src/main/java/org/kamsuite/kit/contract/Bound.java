package org.kamsuite.kit.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/// What the type variables of a class stand for.
record Bound(Map<String, Type> types) {

    /// In the class, where it is used as the type.
    static Bound of(ClassInfo declared, Type used) {
        return used.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? of(declared, used.asParameterizedType().arguments())
                : new Bound(Map.of());
    }

    private static Bound of(ClassInfo declared, List<Type> arguments) {
        var types = new HashMap<String, Type>();
        for (var place = 0; place < arguments.size(); place++) {
            types.put(declared.typeParameters().get(place).identifier(), arguments.get(place));
        }
        return new Bound(types);
    }

    /// In the class that something is inherited from.
    static Bound inherited(ClassInfo inheriting, ClassInfo from, IndexView index) {
        var bound = new Bound(Map.of());
        for (var each = inheriting; !each.name().equals(from.name()); ) {
            var above = bound.resolve(each.superClassType());
            each = index.getClassByName(above.name());
            bound = of(each, above);
        }
        return bound;
    }

    Type resolve(Type type) {
        return switch (type.kind()) {
            case TYPE_VARIABLE -> types.getOrDefault(type.asTypeVariable().identifier(), type);
            case PARAMETERIZED_TYPE ->
                    ParameterizedType.create(
                            type.name(),
                            type.asParameterizedType().arguments().stream()
                                    .map(this::resolve)
                                    .toArray(Type[]::new),
                            null);
            case ARRAY,
                    CLASS,
                    PRIMITIVE,
                    VOID,
                    UNRESOLVED_TYPE_VARIABLE,
                    WILDCARD_TYPE,
                    TYPE_VARIABLE_REFERENCE ->
                    type;
        };
    }
}
