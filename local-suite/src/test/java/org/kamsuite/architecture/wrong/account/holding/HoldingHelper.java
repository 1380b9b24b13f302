package org.kamsuite.architecture.wrong.account.holding;

import jakarta.inject.Inject;
import java.time.Instant;
import org.kamsuite.architecture.wrong.account.ledger.Ledger;
import org.kamsuite.architecture.wrong.scoring.criteria.RevenueShare;

/// A class that is named after no thing, tells the time itself and depends on a service that is not
/// its own.
public class HoldingHelper {

    private final Ledger ledger;
    @Inject Ledger injected;

    public HoldingHelper(Ledger ledger) {
        this.ledger = ledger;
    }

    Ledger given() {
        return ledger;
    }

    Instant now() {
        return Instant.now();
    }

    Object share() {
        return RevenueShare.class;
    }
}
