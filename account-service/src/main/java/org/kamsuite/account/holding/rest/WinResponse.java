package org.kamsuite.account.holding.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.holding.Refusal;
import org.kamsuite.account.holding.Win;

/// A win as it is answered; a refused one is WON_NOT_BOOKED, with the reason.
record WinResponse(
        UUID opportunityId,
        int winVersion,
        Status status,
        @Nullable Refusal reason,
        @Nullable UUID holdingId,
        Instant decidedAt,
        @Nullable Instant undoneAt) {

    static WinResponse of(Win win) {
        return new WinResponse(
                win.id().opportunityId(),
                win.id().winVersion(),
                Status.of(win.outcome()),
                win.reason(),
                win.holdingId(),
                win.decidedAt(),
                win.undoneAt());
    }

    /// What became of a win, in the words of who won it.
    @Schema(
            name = "WinStatus",
            description =
                    "BOOKED as a new holding; MATCHED to one that was there; WON_NOT_BOOKED refused for a reason")
    enum Status {
        BOOKED,
        MATCHED,
        WON_NOT_BOOKED;

        static Status of(Win.Outcome outcome) {
            return switch (outcome) {
                case BOOKED -> BOOKED;
                case MATCHED -> MATCHED;
                case REFUSED -> WON_NOT_BOOKED;
            };
        }
    }
}
