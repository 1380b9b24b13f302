package org.kamsuite.account.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who recorded something, when, and under which identifier another system knows it.
public record Provenance(
        String by, Instant at, @Nullable String system, @Nullable String sourceId) {}
