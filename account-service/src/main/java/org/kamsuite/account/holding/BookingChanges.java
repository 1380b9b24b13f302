package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.AccountSequence.Cause;

/// Files what a win has changed at the account; the cause is the event of the opportunity.
@ApplicationScoped
class BookingChanges {

    private final AccountSequence sequence;
    private final EntityManager entities;

    @Inject
    BookingChanges(AccountSequence sequence, EntityManager entities) {
        this.sequence = sequence;
        this.entities = entities;
    }

    void booked(Deal deal, HoldingFact holding) {
        file(deal, "holding-recorded", holding.id(), null, holding.content());
    }

    void changed(Deal deal, UUID holding, Holding before, Holding after) {
        file(deal, "holding-changed", holding, before, after);
    }

    /// The holding belongs to the opportunity now, or does so no longer.
    void matched(Deal deal, HoldingFact holding) {
        var link = Map.of("opportunityId", deal.opportunityId());
        var linked = holding.opportunityId() != null;
        file(deal, "holding-changed", holding.id(), linked ? null : link, linked ? link : null);
    }

    void refused(Deal deal, Refusal reason) {
        file(deal, "win-not-booked", null, null, Map.of("reason", reason));
    }

    void forgotten(Deal deal) {
        file(deal, "win-taken-back", null, null, null);
    }

    private void file(
            Deal deal,
            String what,
            @Nullable UUID holding,
            @Nullable Object before,
            @Nullable Object after) {
        entities.flush();
        var number = sequence.advance(deal.accountId());
        sequence.changed(
                new AccountSequence.Change(
                        deal.accountId(),
                        number,
                        what,
                        deal.changedBy(),
                        holding,
                        new Cause(Cause.Kind.EVENT, deal.opportunityId() + "/" + deal.winVersion()),
                        before,
                        after));
    }
}
