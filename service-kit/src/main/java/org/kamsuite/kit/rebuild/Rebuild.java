package org.kamsuite.kit.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A projection made again from its topic; or, after a restore, a topic that the service writes
/// gone through for states that the restored database does not have.
///
/// @param state `RUNNING`; `SWAPPED` for a projection or `DONE` for a topic of its own; `FAILED`
/// @param records the records read from the topic
/// @param differingKeys keys whose live rows were others than the rebuilt ones at the same version:
///   what the rebuild has put right; of a topic of its own, the keys that are lost and get a
///   tombstone
public record Rebuild(
        UUID id,
        String topic,
        State state,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long records,
        @Nullable Long differingKeys,
        @Nullable String failure) {

    /// How far it is.
    @Schema(
            name = "RebuildState",
            description =
                    "RUNNING it reads; SWAPPED the projection is exchanged; DONE a topic of its own is gone through; FAILED for the stated failure")
    public enum State {
        RUNNING,
        SWAPPED,
        DONE,
        FAILED
    }
}
