package org.kamsuite.account.facts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.FactUpserts;
import org.kamsuite.account.facts.Provenance;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// Takes over facts from other systems for the caller of a request.
@ApplicationScoped
public class FactSources {

    private final FactUpserts upserts;
    private final Caller caller;
    private final BusinessClock clock;

    @Inject
    FactSources(FactUpserts upserts, Caller caller, BusinessClock clock) {
        this.upserts = upserts;
        this.caller = caller;
        this.clock = clock;
    }

    <T extends FactContent, F extends Fact<T>> FactResponse<T> upsert(
            Class<F> kind,
            UUID account,
            String system,
            String id,
            @Nullable Instant updatedAt,
            T content) {
        var provenance = new Provenance(caller.name(), clock.instant(), system, id, updatedAt);
        var upsert = upserts.upsert(kind, account, provenance, content);
        if (upsert.outcome() == FactUpserts.Outcome.STALE) {
            throw new Conflict(
                    "stale-source",
                    "The source has said something newer",
                    system + "/" + id + " was described by a version newer than " + updatedAt);
        }
        return FactResponse.of(upsert.fact());
    }
}
