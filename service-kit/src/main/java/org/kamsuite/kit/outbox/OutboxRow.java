package org.kamsuite.kit.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that is due: a change, or without one the current state of the key.
///
/// @param traceParent the span that filed it, as in [Traces#current()]
record OutboxRow(
        long position,
        String topic,
        String key,
        @Nullable UUID changeId,
        @Nullable String traceParent) {

    /// What is due: rows with the same subject are published once.
    Object subject() {
        return changeId == null ? new Due(topic, key) : changeId;
    }

    /// A state that is due.
    record Due(String topic, String key) {}
}
