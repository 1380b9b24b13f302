package org.kamsuite.account.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who recorded something and when; for what another system said, under which identifier that
/// system knows it, and when it was last changed there.
public record Provenance(
        String by,
        Instant at,
        @Nullable String system,
        @Nullable String sourceId,
        @Nullable Instant sourceUpdatedAt) {

    /// What a person has said to us.
    public static Provenance ours(String by, Instant at) {
        return new Provenance(by, at, null, null, null);
    }
}
