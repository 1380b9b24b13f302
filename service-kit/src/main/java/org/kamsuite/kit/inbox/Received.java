package org.kamsuite.kit.inbox;

import java.time.Instant;

/// A state of another service, as its topic delivered it.
public record Received<T>(String key, long epoch, long sequence, Instant occurredAt, T payload) {}
