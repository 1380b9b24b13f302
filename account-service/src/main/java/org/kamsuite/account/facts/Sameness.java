package org.kamsuite.account.facts;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Whether two records say the same: numbers by their value, not by their number of decimals.
public final class Sameness {

    private Sameness() {}

    public static boolean of(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal another) {
            return number.compareTo(another) == 0;
        }
        if (one instanceof List<?> items && other instanceof List<?> others) {
            return items.size() == others.size()
                    && IntStream.range(0, items.size())
                            .allMatch(place -> of(items.get(place), others.get(place)));
        }
        if (one instanceof Record
                && other instanceof Record
                && one.getClass() == other.getClass()) {
            return Arrays.stream(one.getClass().getRecordComponents())
                    .allMatch(component -> of(value(component, one), value(component, other)));
        }
        return Objects.equals(one, other);
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's components can be read", e);
        }
    }
}
