package org.kamsuite.kit.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kamsuite.kit.query.FieldType;

/// Whether the text of a parameter is of the type that the operation reads.
interface ParameterForm {

    Map<Class<?>, ParameterForm> FORMS =
            Map.ofEntries(
                    Map.entry(String.class, FieldType.TEXT::accepts),
                    Map.entry(UUID.class, FieldType.ID::accepts),
                    Map.entry(BigDecimal.class, FieldType.NUMBER::accepts),
                    Map.entry(LocalDate.class, FieldType.DATE::accepts),
                    Map.entry(Instant.class, FieldType.INSTANT::accepts),
                    Map.entry(boolean.class, FieldType.BOOLEAN::accepts),
                    Map.entry(Boolean.class, FieldType.BOOLEAN::accepts),
                    Map.entry(int.class, parsed(Integer::valueOf)),
                    Map.entry(Integer.class, parsed(Integer::valueOf)),
                    Map.entry(long.class, parsed(Long::valueOf)),
                    Map.entry(Long.class, parsed(Long::valueOf)));

    boolean accepts(String value);

    static ParameterForm of(Class<?> type) {
        return type.isEnum() ? constantOf(type) : FORMS.getOrDefault(type, _ -> true);
    }

    private static ParameterForm constantOf(Class<?> type) {
        return value ->
                Arrays.stream(type.getEnumConstants())
                        .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
    }

    private static ParameterForm parsed(Function<String, Object> parse) {
        return value -> {
            try {
                return value.matches("0|-?[1-9][0-9]*") && parse.apply(value) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        };
    }
}
