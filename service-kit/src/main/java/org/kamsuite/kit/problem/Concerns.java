package org.kamsuite.kit.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The fields that a rule between fields is about, to which a violation of it points.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Concerns {
    String[] value();
}
