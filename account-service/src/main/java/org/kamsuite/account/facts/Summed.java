package org.kamsuite.account.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A kind of fact that travels in the sheet as sums by month, so that its number is not limited.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Summed {}
