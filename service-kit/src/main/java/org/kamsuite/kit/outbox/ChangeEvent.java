package org.kamsuite.kit.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/// One change, published exactly as filed and never coalesced.
public record ChangeEvent(
        UUID id, String topic, String key, String type, Instant occurredAt, JsonNode data) {}
