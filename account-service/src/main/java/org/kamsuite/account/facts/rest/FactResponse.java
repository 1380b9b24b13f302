package org.kamsuite.account.facts.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;

/// A fact as it is answered: its content beside its identity and provenance.
public record FactResponse<T extends FactContent>(
        UUID id,
        UUID accountId,
        @Nullable String sourceSystem,
        @Nullable String sourceId,
        Instant recordedAt,
        String recordedBy,
        @JsonUnwrapped T content,
        String etag)
        implements Versioned, Identified {

    static <T extends FactContent> FactResponse<T> of(Fact<T> fact) {
        return new FactResponse<>(
                fact.id(),
                fact.accountId(),
                fact.sourceSystem(),
                fact.sourceId(),
                fact.recordedAt(),
                fact.recordedBy(),
                fact.content(),
                Long.toString(fact.version()));
    }
}
