package org.kamsuite.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the request has written, answered as `Account-Sequence` so that a reader can wait for it.
@RequestScoped
public class WrittenSequence {

    private @Nullable String value;

    public void wrote(UUID accountId, long epoch, long sequence) {
        value = accountId + ";" + epoch + "." + sequence;
    }

    public Optional<String> header() {
        return Optional.ofNullable(value);
    }

    /// Repeats what an earlier request wrote.
    public void repeat(@Nullable String header) {
        value = header;
    }
}
