package org.kamsuite.account.holding.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.holding.Refusal;
import org.kamsuite.account.holding.Win;

/// A win as it is answered; a refused one is WON_NOT_BOOKED, with the reason.
record WinResponse(
        UUID opportunityId,
        int winVersion,
        String status,
        @Nullable Refusal reason,
        @Nullable UUID holdingId,
        Instant decidedAt,
        @Nullable Instant undoneAt) {

    static WinResponse of(Win win) {
        return new WinResponse(
                win.id().opportunityId(),
                win.id().winVersion(),
                win.outcome() == Win.Outcome.REFUSED ? "WON_NOT_BOOKED" : win.outcome().name(),
                win.reason(),
                win.holdingId(),
                win.decidedAt(),
                win.undoneAt());
    }
}
