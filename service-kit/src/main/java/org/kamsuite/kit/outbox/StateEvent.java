package org.kamsuite.kit.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The current state of a key; without data it is a tombstone.
public record StateEvent(String type, long epoch, long sequence, @Nullable JsonNode data) {}
