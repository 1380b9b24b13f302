package org.kamsuite.account.designation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Where an account stands in the key account programme. The system recommends; people confirm and
/// demote.
@Entity
@Table(name = "designations")
@NullUnmarked
public class Designation {

    @Id private UUID accountId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable UUID managerId;
    private LocalDate enteredOn;
    private @Nullable LocalDate confirmedOn;
    private @Nullable LocalDate planDueOn;
    private int notRecommendedCycles;
    private @Nullable String evaluatedCycle;
    @Embedded private Watch watch;
    @Embedded private Review review;
    @Version private long version;

    protected Designation() {}

    Designation(UUID accountId, LocalDate today) {
        this.accountId = accountId;
        this.state = State.NONE;
        this.enteredOn = today;
        this.watch = new Watch();
    }

    Transition nominate(Verdict verdict, ProgrammeConfig rules, Decision decision) {
        requireState("nominated", State.NONE);
        if (!verdict.opensADoor(rules) && !verdict.leavesDoorsOpen()) {
            throw new GuardBroken(
                    "no-door-open",
                    "Neither revenue, work nor growth of the account opens the programme to it");
        }
        return move(State.CANDIDATE, Reason.NOMINATED, verdict, decision);
    }

    Transition confirm(
            UUID manager, Verdict verdict, Slots slots, ProgrammeConfig rules, Decision decision) {
        requireState("confirmed", State.RECOMMENDED, State.WAITLISTED);
        requireNoVeto(verdict);
        slots.requireOne();
        managerId = manager;
        confirmedOn = decision.day();
        planDueOn = decision.day().plusDays(rules.planDays());
        watch.start(verdict);
        return move(State.CONFIRMED, Reason.APPROVED, verdict, decision);
    }

    Transition waitlist(boolean room, Verdict verdict, Decision decision) {
        requireState("put on the waiting list", State.RECOMMENDED);
        if (room) {
            throw new GuardBroken(
                    "room-left",
                    "A slot is free and a manager has room: the account can be confirmed");
        }
        return move(State.WAITLISTED, Reason.NO_ROOM, verdict, decision);
    }

    Transition reject(Verdict verdict, Decision decision) {
        requireState("rejected", State.RECOMMENDED);
        return move(State.REJECTED, Reason.REJECTED, verdict, decision);
    }

    Transition review(
            ReviewReason why, @Nullable Verdict verdict, ProgrammeConfig rules, Decision decision) {
        requireState("reviewed", State.CONFIRMED);
        requireGrounds(why, verdict, rules);
        ownReview().open(why, decision.day().plusDays(rules.reviewDays()));
        return move(State.UNDER_REVIEW, why.asReason(), verdict, decision);
    }

    /// Keeps the account in the programme because its score has recovered.
    Transition retain(Verdict verdict, ProgrammeConfig rules, Decision decision) {
        requireState("retained", State.UNDER_REVIEW);
        requireNoVeto(verdict);
        var threshold = rules.reviewBelow().add(rules.retainMargin());
        if (!verdict.reaches(threshold)) {
            throw new GuardBroken(
                    "not-recovered",
                    "The total is "
                            + verdict.total()
                            + "; without an override it must reach "
                            + threshold);
        }
        ownReview().close(null);
        watch.start(verdict);
        return move(State.CONFIRMED, Reason.RECOVERED, verdict, decision);
    }

    /// Keeps the account in the programme against its score, until a day.
    Transition override(
            LocalDate until, @Nullable Verdict verdict, ProgrammeConfig rules, Decision decision) {
        requireState("retained", State.UNDER_REVIEW);
        var latest = decision.day().plusMonths(rules.overrideMonths());
        if (!until.isAfter(decision.day()) || until.isAfter(latest)) {
            throw new GuardBroken(
                    "override-too-long",
                    "An override ends after today and by " + latest + ", not on " + until);
        }
        ownReview().close(until);
        return move(State.CONFIRMED, Reason.OVERRIDDEN, verdict, decision);
    }

    void proposeDemotion(
            DemotionPlan plan,
            @Nullable Verdict verdict,
            ProgrammeConfig rules,
            Decision decision) {
        requireState("demoted", State.UNDER_REVIEW);
        requireTenure(verdict, rules, decision.day());
        ownReview().propose(plan, decision.actor());
    }

    /// The second approval of a proposed demotion; the owner changes when the quarter has ended.
    Transition demote(
            @Nullable Verdict verdict,
            LocalDate ownerChangesOn,
            ProgrammeConfig rules,
            Decision decision) {
        requireState("demoted", State.UNDER_REVIEW);
        requireTenure(verdict, rules, decision.day());
        ownReview().approve(decision.actor(), ownerChangesOn);
        planDueOn = null;
        return move(State.DEMOTED, Reason.DEMOTED_BY_TWO, verdict, decision);
    }

    /// What the system does with the account when a cycle is closed: once for each cycle.
    Optional<Transition> evaluate(Verdict verdict, Situation situation, Decision decision) {
        var cycle = situation.cycle().name();
        if (cycle.equals(evaluatedCycle) || !verdict.settled() || !verdict.scored()) {
            return Optional.empty();
        }
        evaluatedCycle = cycle;
        var rules = situation.rules();
        return switch (state) {
            case NONE ->
                    situation.root() && verdict.opensADoor(rules)
                            ? moved(State.CANDIDATE, Reason.DOOR_OPEN, verdict, decision)
                            : Optional.empty();
            case CANDIDATE -> consider(verdict, rules, decision);
            case RECOMMENDED -> reconsider(verdict, situation.room(), decision);
            case WAITLISTED -> reconsider(verdict, true, decision);
            case CONFIRMED -> watch(verdict, situation, decision);
            case UNDER_REVIEW -> Optional.empty();
            case DEMOTED, REJECTED ->
                    enteredOn.plusMonths(rules.coolOffMonths()).isAfter(decision.day())
                            ? Optional.empty()
                            : moved(State.CANDIDATE, Reason.COOLED_OFF, verdict, decision);
        };
    }

    private Optional<Transition> consider(
            Verdict verdict, ProgrammeConfig rules, Decision decision) {
        if (verdict.recommended() && !verdict.vetoed()) {
            return moved(State.RECOMMENDED, Reason.RECOMMENDED_BY_SCORE, verdict, decision);
        }
        notRecommendedCycles++;
        return notRecommendedCycles < rules.patience()
                ? Optional.empty()
                : moved(State.NONE, Reason.NOT_RECOMMENDED_FOR_LONG, verdict, decision);
    }

    private Optional<Transition> reconsider(Verdict verdict, boolean room, Decision decision) {
        if (!verdict.recommended() || verdict.vetoed()) {
            var why = verdict.vetoed() ? Reason.VETO : Reason.BELOW_THRESHOLD;
            return moved(State.CANDIDATE, why, verdict, decision);
        }
        return room ? Optional.empty() : moved(State.WAITLISTED, Reason.NO_ROOM, verdict, decision);
    }

    private Optional<Transition> watch(Verdict verdict, Situation situation, Decision decision) {
        var breached = watch.sees(verdict, situation.cycle(), situation.rules());
        // An override excuses a low score, never a veto.
        if (!verdict.vetoed() && (!breached || review().overriddenOn(decision.day()))) {
            return Optional.empty();
        }
        var why = verdict.vetoed() ? ReviewReason.VETO : ReviewReason.BREACHES;
        return Optional.of(review(why, verdict, situation.rules(), decision));
    }

    /// Notes that an undecided review has become due, or was so a week ago and still is.
    boolean escalate(LocalDate today) {
        return state == State.UNDER_REVIEW && review().escalate(today);
    }

    /// Gives a demoted account to its new owner, once it is time.
    boolean handOver(LocalDate today) {
        var owner = review().handOver(today);
        owner.ifPresent(id -> managerId = id);
        return owner.isPresent();
    }

    private Optional<Transition> moved(State to, Reason why, Verdict verdict, Decision decision) {
        return Optional.of(move(to, why, verdict, decision));
    }

    private Transition move(State to, Reason why, @Nullable Verdict verdict, Decision decision) {
        var from = state;
        if (!from.next().contains(to)) {
            throw new IllegalMove(from, to.name(), from.next());
        }
        state = to;
        enteredOn = decision.day();
        notRecommendedCycles = 0;
        return new Transition(
                accountId,
                from,
                to,
                why,
                decision,
                verdict == null ? null : verdict.scoreId(),
                verdict == null ? null : verdict.modelVersion());
    }

    private void requireState(String wish, State... expected) {
        if (!List.of(expected).contains(state)) {
            throw new IllegalMove(state, wish, state.next());
        }
    }

    private static void requireNoVeto(Verdict verdict) {
        if (verdict.vetoed()) {
            throw new GuardBroken("vetoed", "The account is vetoed: " + verdict.vetoes());
        }
    }

    /// What a person gives as the reason must be what the verdict says.
    private static void requireGrounds(
            ReviewReason why, @Nullable Verdict verdict, ProgrammeConfig rules) {
        var found =
                switch (why) {
                    case VETO -> verdict != null && verdict.vetoed();
                    case BREACHES -> verdict != null && verdict.isBelow(rules.reviewBelow());
                    case REVIEW_OVERDUE, LEAVING, REQUESTED -> true;
                };
        if (!found) {
            throw new GuardBroken(
                    "no-such-grounds", "The latest verdict gives no grounds for the reason " + why);
        }
    }

    private void requireTenure(@Nullable Verdict verdict, ProgrammeConfig rules, LocalDate today) {
        var since = confirmedOn;
        var waived = review().waivesTenure() || verdict != null && verdict.vetoed();
        if (!waived && since != null && since.plusMonths(rules.tenureMonths()).isAfter(today)) {
            throw new GuardBroken(
                    "tenure-too-short",
                    "The account is in the programme since "
                            + since
                            + ", less than "
                            + rules.tenureMonths()
                            + " months");
        }
    }

    private Review ownReview() {
        if (review == null) {
            review = new Review();
        }
        return review;
    }

    public Review review() {
        return review == null ? new Review() : review;
    }

    public UUID accountId() {
        return accountId;
    }

    public State state() {
        return state;
    }

    public @Nullable UUID managerId() {
        return managerId;
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public @Nullable LocalDate confirmedOn() {
        return confirmedOn;
    }

    public @Nullable LocalDate planDueOn() {
        return planDueOn;
    }

    public int breaches() {
        return watch.breaches();
    }

    public long version() {
        return version;
    }
}
