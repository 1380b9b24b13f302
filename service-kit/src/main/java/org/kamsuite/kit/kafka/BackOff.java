package org.kamsuite.kit.kafka;

import java.time.Duration;

/// How long to wait before the next attempt: doubled at each failure up to a bound.
public final class BackOff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public BackOff(KafkaConfig config) {
        this.first = config.backOff();
        this.longest = config.maxBackOff();
        this.next = first;
    }

    /// The wait before this attempt.
    public Duration next() {
        var wait = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    public void reset() {
        next = first;
    }
}
