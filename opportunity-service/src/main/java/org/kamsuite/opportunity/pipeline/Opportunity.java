package org.kamsuite.opportunity.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Unprocessable;

/// Something that a person has taken up: an offer to a buying centre and what becomes of it.
@Entity
@Table(name = "opportunities")
@NullUnmarked
public class Opportunity {

    @Id private UUID id;
    private UUID accountId;
    private UUID centreId;
    private String productCode;
    private String type;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean held;
    private boolean evidenced;
    private @Nullable BigDecimal potential;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal annualValue;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String contractNumber;
    private @Nullable UUID replacesHoldingId;
    private int winVersion;
    private @Nullable LocalDate coolingUntil;
    private @Nullable String reasonCode;
    private @Nullable String reason;
    private LocalDate changedOn;
    private String changedBy;

    @Column(name = "version")
    private long version;

    private long epoch;

    protected Opportunity() {}

    Opportunity(UUID id, Offer offer, State state, String by, LocalDate today, long epoch) {
        this.id = id;
        this.accountId = offer.accountId();
        this.centreId = offer.centreId();
        this.productCode = offer.productCode();
        this.type = offer.type();
        this.state = state;
        this.held = offer.held();
        this.evidenced = offer.evidenced();
        this.potential = offer.potential();
        this.replacesHoldingId = offer.replacesHoldingId();
        changed(by, today, epoch);
    }

    /// Moves on as the table of states allows.
    void move(Move move, String by, Cooling cooling, long inEpoch) {
        if (!state.next().contains(move.to())) {
            throw new IllegalMove(state, move.to());
        }
        if (held && move.to() == State.PROPOSED) {
            throw new Unprocessable(
                    "fix-first",
                    "A critical complaint of the centre is open: fix it before something is proposed");
        }
        state = move.to();
        reasonCode = move.reasonCode() == null ? null : move.reasonCode().name();
        reason = move.reason();
        coolingUntil = state == State.LOST || state == State.DISMISSED ? cooling.until(move) : null;
        if (state == State.WON) {
            win(move);
        }
        changed(by, cooling.today(), inEpoch);
    }

    /// Notes whether a critical complaint must be fixed first, as it is now.
    void hold(boolean mustBeFixedFirst) {
        held = mustBeFixedFirst;
    }

    private void win(Move move) {
        winVersion++;
        annualValue = move.annualValue();
        quantity = move.quantity();
        startsOn = move.startsOn();
        endsOn = move.endsOn();
        contractNumber = move.contractNumber();
    }

    private void changed(String by, LocalDate today, long inEpoch) {
        changedBy = by;
        changedOn = today;
        epoch = inEpoch;
        version++;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID centreId() {
        return centreId;
    }

    public String productCode() {
        return productCode;
    }

    public String type() {
        return type;
    }

    public State state() {
        return state;
    }

    public Set<State> allowed() {
        return state.next();
    }

    public boolean held() {
        return held;
    }

    public boolean evidenced() {
        return evidenced;
    }

    public @Nullable BigDecimal potential() {
        return potential;
    }

    public @Nullable BigDecimal quantity() {
        return quantity;
    }

    public @Nullable BigDecimal annualValue() {
        return annualValue;
    }

    public @Nullable LocalDate startsOn() {
        return startsOn;
    }

    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public @Nullable String contractNumber() {
        return contractNumber;
    }

    public int winVersion() {
        return winVersion;
    }

    public @Nullable LocalDate coolingUntil() {
        return coolingUntil;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable String reason() {
        return reason;
    }

    public LocalDate changedOn() {
        return changedOn;
    }

    public String changedBy() {
        return changedBy;
    }

    public @Nullable UUID replacesHoldingId() {
        return replacesHoldingId;
    }

    public long epoch() {
        return epoch;
    }

    /// What an answer rests on: the version, and of a win also what became of it.
    public String etag(@Nullable Booking booking) {
        return booking == null ? Long.toString(version) : version + "-" + booking.outcome();
    }

    public long version() {
        return version;
    }

    /// What an opportunity starts from.
    public record Offer(
            UUID accountId,
            UUID centreId,
            String productCode,
            String type,
            boolean held,
            boolean evidenced,
            @Nullable BigDecimal potential,
            @Nullable UUID replacesHoldingId) {

        /// The same offer, with what the need gate says of it.
        Offer evidenced(boolean isEvidenced) {
            return new Offer(
                    accountId,
                    centreId,
                    productCode,
                    type,
                    held,
                    isEvidenced,
                    potential,
                    replacesHoldingId);
        }
    }
}
