package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.Recognition;

/// Recognises a recorded holding that a win has already booked, so that it is never there twice.
@ApplicationScoped
class BookedHolding implements Recognition {

    private final Holdings holdings;

    @Inject
    BookedHolding(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Optional<UUID> known(UUID account, FactContent content) {
        return content instanceof Holding holding
                ? holdings.bookedFor(account, holding)
                : Optional.empty();
    }
}
