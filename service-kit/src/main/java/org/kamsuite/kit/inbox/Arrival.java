package org.kamsuite.kit.inbox;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.kafka.CloudEvent;

/// A decoded record: a state, or without one a tombstone.
record Arrival<T>(String key, CloudEvent event, @Nullable T payload) {

    static final Comparator<Arrival<?>> BY_VERSION =
            Comparator.<Arrival<?>>comparingLong(arrival -> arrival.event().epoch())
                    .thenComparingLong(arrival -> arrival.event().sequence());

    static <T> Arrival<T> newer(Arrival<T> one, Arrival<T> other) {
        return BY_VERSION.compare(one, other) < 0 ? other : one;
    }
}
