package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kamsuite.account.facts.FactStore;
import org.kamsuite.account.facts.Provenance;
import org.kamsuite.kit.time.BusinessClock;

/// Makes a holding of each win, once, and ends it when the win is taken back.
@ApplicationScoped
class Booking {

    private final Holdings holdings;
    private final Wins wins;
    private final FactStore facts;
    private final BookingChanges changes;
    private final BusinessClock clock;

    @Inject
    Booking(
            Holdings holdings,
            Wins wins,
            FactStore facts,
            BookingChanges changes,
            BusinessClock clock) {
        this.holdings = holdings;
        this.wins = wins;
        this.facts = facts;
        this.changes = changes;
        this.clock = clock;
    }

    void settle(Deal deal) {
        var known = holdings.lock(deal.accountId());
        if (deal.won() && !wins.decided(deal)) {
            takeBack(deal);
            wins.keep(known ? decide(deal) : refuse(deal, Refusal.ACCOUNT_UNKNOWN));
        } else if (!deal.won()) {
            takeBack(deal);
        }
    }

    private Win decide(Deal deal) {
        var refusal = deal.refusal();
        if (refusal.isPresent()) {
            return refuseOpenly(deal, refusal.get());
        }
        var centre = holdings.centre(deal.accountId(), deal.centreId());
        if (centre.isEmpty()) {
            return refuseOpenly(deal, Refusal.CENTRE_UNKNOWN);
        }
        var contract = holdings.contract(deal.accountId(), deal.contractNumber()).orElse(null);
        return holdings.recordedFor(deal, centre.get(), contract)
                .flatMap(holdings::find)
                .map(recorded -> match(deal, recorded))
                .orElseGet(() -> bookIfItFits(deal, deal.holding(centre.get(), contract)));
    }

    private Win match(Deal deal, HoldingFact recorded) {
        recorded.wonBy(deal.opportunityId());
        changes.matched(deal, recorded);
        return Win.matched(deal, recorded.id(), clock.instant());
    }

    private Win bookIfItFits(Deal deal, Holding content) {
        return facts.hasRoomFor(deal.accountId(), content)
                ? book(deal, content)
                : refuseOpenly(deal, Refusal.FACT_SHEET_FULL);
    }

    private Win book(Deal deal, Holding content) {
        var replaced = replaced(deal);
        var before = replaced.map(HoldingFact::content);
        replaced.ifPresent(holding -> end(deal, holding));
        var holding = facts.insert(HoldingFact.class, deal.accountId(), by(deal), content);
        holding.wonBy(deal.opportunityId());
        changes.booked(deal, holding);
        var win = Win.booked(deal, holding.id(), clock.instant());
        replaced.ifPresent(old -> win.replaced(old.id(), before.map(Holding::endsOn).orElse(null)));
        return win;
    }

    private Optional<HoldingFact> replaced(Deal deal) {
        return holdings.find(deal.replacesHoldingId())
                .filter(holding -> holding.accountId().equals(deal.accountId()))
                .filter(holding -> holding.content().lastsBeyond(deal.start()));
    }

    private void end(Deal deal, HoldingFact holding) {
        rewrite(deal, holding, holding.content().endingOn(deal.start()));
    }

    private void rewrite(Deal deal, HoldingFact holding, Holding content) {
        var before = holding.content();
        facts.rewrite(holding, by(deal), content);
        changes.changed(deal, holding.id(), before, content);
    }

    private void takeBack(Deal deal) {
        for (var win : wins.standing(deal.opportunityId())) {
            win.undo(clock.instant());
            if (win.outcome() == Win.Outcome.BOOKED) {
                holdings.find(win.holdingId()).ifPresent(holding -> unbook(deal, win, holding));
            } else if (win.outcome() == Win.Outcome.MATCHED) {
                holdings.find(win.holdingId()).ifPresent(holding -> unmatch(deal, holding));
            } else {
                changes.forgotten(deal);
            }
        }
    }

    private void unbook(Deal deal, Win win, HoldingFact holding) {
        var start = holding.content().startsOn();
        rewrite(deal, holding, holding.content().endingOn(deal.changedOn()));
        holdings.find(win.replacedHoldingId())
                .filter(old -> start.equals(old.content().endsOn()))
                .ifPresent(
                        old -> rewrite(deal, old, old.content().lastingTo(win.replacedEndsOn())));
    }

    private void unmatch(Deal deal, HoldingFact holding) {
        holding.wonBy(null);
        changes.matched(deal, holding);
    }

    private Win refuseOpenly(Deal deal, Refusal reason) {
        changes.refused(deal, reason);
        return refuse(deal, reason);
    }

    private Win refuse(Deal deal, Refusal reason) {
        return Win.refused(deal, reason, clock.instant());
    }

    private Provenance by(Deal deal) {
        return Provenance.ours(deal.changedBy(), clock.instant());
    }
}
