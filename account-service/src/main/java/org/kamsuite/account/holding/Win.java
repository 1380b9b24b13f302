package org.kamsuite.account.holding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// What became of one win of an opportunity: decided once, whatever is replayed.
@Entity
@Table(name = "wins")
@NullUnmarked
public class Win {

    @EmbeddedId private Id id;
    private UUID accountId;
    private @Nullable UUID holdingId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable Refusal reason;

    private @Nullable UUID replacedHoldingId;
    private @Nullable LocalDate replacedEndsOn;
    private Instant decidedAt;
    private @Nullable Instant undoneAt;

    protected Win() {}

    private Win(Deal deal, Outcome outcome, Instant decidedAt) {
        this.id = new Id(deal.opportunityId(), deal.winVersion());
        this.accountId = deal.accountId();
        this.outcome = outcome;
        this.decidedAt = decidedAt;
    }

    static Win booked(Deal deal, UUID holding, Instant at) {
        var win = new Win(deal, Outcome.BOOKED, at);
        win.holdingId = holding;
        return win;
    }

    static Win matched(Deal deal, UUID holding, Instant at) {
        var win = new Win(deal, Outcome.MATCHED, at);
        win.holdingId = holding;
        return win;
    }

    static Win refused(Deal deal, Refusal reason, Instant at) {
        var win = new Win(deal, Outcome.REFUSED, at);
        win.reason = reason;
        return win;
    }

    /// Notes the holding that this win ended, and when that one was to end before.
    void replaced(UUID holding, @Nullable LocalDate endsOn) {
        this.replacedHoldingId = holding;
        this.replacedEndsOn = endsOn;
    }

    void undo(Instant at) {
        this.undoneAt = at;
    }

    public Id id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable Refusal reason() {
        return reason;
    }

    public @Nullable UUID holdingId() {
        return holdingId;
    }

    @Nullable UUID replacedHoldingId() {
        return replacedHoldingId;
    }

    @Nullable LocalDate replacedEndsOn() {
        return replacedEndsOn;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Instant undoneAt() {
        return undoneAt;
    }

    /// The opportunity and the number of its win.
    @Embeddable
    public record Id(UUID opportunityId, int winVersion) {}

    /// Whether a holding was made of the win, was there already, or could not be made.
    @Schema(
            name = "WinOutcome",
            description =
                    "BOOKED as a new holding; MATCHED to one that was there; REFUSED for a reason")
    public enum Outcome {
        BOOKED,
        MATCHED,
        REFUSED
    }
}
