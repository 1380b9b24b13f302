package org.kamsuite.kit.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// A response that has a version, sent as its entity tag.
public interface Versioned {

    /// What every write changes, and `If-Match` compares.
    @JsonIgnore
    String etag();

    /// What the answer shows beside, and nobody writes: only `If-None-Match` compares it.
    @JsonIgnore
    default List<Object> derived() {
        return List.of();
    }

    /// The whole entity tag, without its quotes.
    @JsonIgnore
    default String tag() {
        if (derived().isEmpty()) {
            return etag();
        }
        var shown = derived().toString().getBytes(StandardCharsets.UTF_8);
        return etag() + EntityTags.DERIVED + UUID.nameUUIDFromBytes(shown);
    }
}
