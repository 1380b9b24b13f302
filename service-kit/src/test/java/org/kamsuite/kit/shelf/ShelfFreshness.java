package org.kamsuite.kit.shelf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.kamsuite.kit.rest.Freshness;

/// Facts whose sequence the test moves.
@ApplicationScoped
class ShelfFreshness implements Freshness {

    final AtomicLong sequence = new AtomicLong();

    void reach(long reached) {
        sequence.set(reached);
    }

    @Override
    public Basis basisOf(UUID accountId) {
        return new Basis(1, sequence.get(), true);
    }
}
