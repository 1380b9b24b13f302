package org.kamsuite.kit.idempotency;

import org.jspecify.annotations.Nullable;

/// The answer that a key has had.
record StoredAnswer(
        String requestHash,
        int status,
        @Nullable String body,
        @Nullable String etag,
        @Nullable String location,
        @Nullable String accountSequence) {}
