package org.kamsuite.kit.contract;

import jakarta.validation.constraints.AssertTrue;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/// Takes out of the schemas what the scanner mistakes for properties: the rules between properties
/// that a record states as methods.
record Rules(Set<String> names) {

    static Rules of(IndexView index) {
        return new Rules(
                index.getAnnotations(AssertTrue.class).stream()
                        .map(AnnotationInstance::target)
                        .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                        .map(target -> target.asMethod().name())
                        .map(Rules::property)
                        .collect(Collectors.toSet()));
    }

    private static String property(String method) {
        var name = method.replaceFirst("^is", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    void leaveOut(Schema schema) {
        if (schema.getProperties() != null) {
            names.stream()
                    .filter(schema.getProperties()::containsKey)
                    .forEach(schema::removeProperty);
        }
    }
}
