package org.kamsuite.kit.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that is due: a change, or without one the current state of the key.
record OutboxRow(long position, String topic, String key, @Nullable UUID changeId) {}
