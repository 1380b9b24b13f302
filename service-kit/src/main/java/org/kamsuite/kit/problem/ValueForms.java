package org.kamsuite.kit.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What a value of a type looks like, in the words of a refusal.
public final class ValueForms {

    private static final int SHOWN = 100;
    private static final Map<Class<?>, String> FORMS =
            Map.ofEntries(
                    Map.entry(String.class, "a text without zero characters and half surrogates"),
                    Map.entry(UUID.class, "a UUID"),
                    Map.entry(int.class, "a whole number"),
                    Map.entry(Integer.class, "a whole number"),
                    Map.entry(long.class, "a whole number"),
                    Map.entry(Long.class, "a whole number"),
                    Map.entry(boolean.class, "true or false"),
                    Map.entry(Boolean.class, "true or false"),
                    Map.entry(BigDecimal.class, "a decimal number of at most 100 digits"),
                    Map.entry(LocalDate.class, "a date as in 2026-11-30"),
                    Map.entry(Instant.class, "an instant as in 2026-11-30T12:00:00Z"));

    private ValueForms() {}

    /// The form of the type's values, as in "a whole number".
    public static String of(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return FORMS.getOrDefault(
                type, type.isRecord() ? "an object" : "a " + type.getSimpleName());
    }

    /// A value as a refusal repeats it: never at length.
    public static String shown(Object value) {
        var text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
