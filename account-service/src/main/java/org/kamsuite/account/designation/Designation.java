package org.kamsuite.account.designation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
    private State state = State.NONE;

    private @Nullable UUID managerId;
    private LocalDate enteredOn;
    private @Nullable LocalDate confirmedOn;
    private @Nullable LocalDate planDueOn;
    private int notRecommendedCycles;
    private @Nullable String evaluatedCycle;
    @Embedded private Doors doors = new Doors();
    private @Nullable LocalDate ownRollUpFrom;
    @Embedded private Watch watch = new Watch();
    @Embedded private Review review;
    @Version private long version;

    /// As the database begins it for every account that is opened.
    protected Designation() {}

    Transition nominate(Verdict verdict, ProgrammeConfig rules, Decision decision) {
        require(Action.NOMINATE, decision);
        if (verdict.openDoors(rules).isEmpty() && !verdict.leavesDoorsOpen()) {
            throw new GuardBroken(
                    "no-door-open",
                    "Neither revenue, work nor growth of the account opens the programme to it");
        }
        return move(State.CANDIDATE, Reason.NOMINATED, verdict, decision);
    }

    Transition confirm(
            UUID manager, Verdict verdict, Slots slots, ProgrammeConfig rules, Decision decision) {
        require(Action.CONFIRM, decision);
        verdict.requireFirm();
        verdict.requireNoVeto();
        slots.requireOne();
        managerId = manager;
        confirmedOn = decision.day();
        planDueOn = decision.day().plusDays(rules.planDays());
        watch.start(verdict);
        return move(State.CONFIRMED, Reason.APPROVED, verdict, decision);
    }

    /// From this day on the account counts for itself, and no longer for the account above it.
    void countAloneFrom(LocalDate day) {
        ownRollUpFrom = day;
    }

    Transition waitlist(boolean room, Verdict verdict, Decision decision) {
        require(Action.WAITLIST, decision);
        if (room) {
            throw new GuardBroken(
                    "room-left",
                    "A slot is free and a manager has room: the account can be confirmed");
        }
        return move(State.WAITLISTED, Reason.NO_ROOM, verdict, decision);
    }

    Transition reject(Verdict verdict, Decision decision) {
        require(Action.REJECT, decision);
        return move(State.REJECTED, Reason.REJECTED, verdict, decision);
    }

    Transition review(
            ReviewReason why, @Nullable Verdict verdict, ProgrammeConfig rules, Decision decision) {
        require(Action.REVIEW, decision);
        Verdict.requireGrounds(why, verdict, rules);
        ownReview().open(why, decision.day().plusDays(rules.reviewDays()));
        return move(State.UNDER_REVIEW, why.asReason(), verdict, decision);
    }

    /// Keeps the account in the programme because its score has recovered.
    Transition retain(Verdict verdict, ProgrammeConfig rules, Decision decision) {
        require(Action.RETAIN, decision);
        verdict.requireFirm();
        verdict.requireNoVeto();
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
        require(Action.OVERRIDE, decision);
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
        require(Action.PROPOSE_DEMOTION, decision);
        requireTenure(verdict, rules, decision.day());
        ownReview().propose(plan, decision.actor());
    }

    /// The second approval of a proposed demotion; the owner changes when the quarter has ended.
    Transition demote(
            @Nullable Verdict verdict,
            LocalDate ownerChangesOn,
            Churn churn,
            ProgrammeConfig rules,
            Decision decision) {
        require(Action.DEMOTE, decision);
        requireTenure(verdict, rules, decision.day());
        if (!mustLeave(verdict)) {
            churn.requireOneMore(rules);
        }
        var agreed = ownReview().approve(decision.actor(), managerId, ownerChangesOn);
        planDueOn = null;
        ownRollUpFrom = null;
        return move(State.DEMOTED, Reason.DEMOTED_BY_TWO, verdict, decision).with(agreed);
    }

    /// What the system does with the account when a cycle is closed: once for each cycle.
    Optional<Transition> evaluate(Verdict verdict, Situation situation, Decision decision) {
        var cycle = situation.cycle().name();
        if (cycle.equals(evaluatedCycle) || Verdict.waits(verdict, situation.cycle()).isPresent()) {
            return Optional.empty();
        }
        evaluatedCycle = cycle;
        var rules = situation.rules();
        var doorOpened = doors.note(verdict, situation);
        return switch (state) {
            case NONE ->
                    doorOpened
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
        if (verdict.commends()) {
            return moved(State.RECOMMENDED, Reason.RECOMMENDED_BY_SCORE, verdict, decision);
        }
        notRecommendedCycles++;
        return notRecommendedCycles < rules.patience()
                ? Optional.empty()
                : moved(State.NONE, Reason.NOT_RECOMMENDED_FOR_LONG, verdict, decision);
    }

    private Optional<Transition> reconsider(Verdict verdict, boolean room, Decision decision) {
        if (!verdict.commends()) {
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
            throw new IllegalMove(from, to.name(), from.next(), allowedActions(decision.actor()));
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
                verdict == null ? null : verdict.modelVersion(),
                null);
    }

    private void require(Action action, Decision decision) {
        if (!action.from().contains(state)) {
            throw new IllegalMove(
                    state, action.done(), state.next(), allowedActions(decision.actor()));
        }
    }

    /// What the person may do in the present state: nobody demotes alone.
    Set<Action> allowedActions(String actor) {
        var allowed = EnumSet.noneOf(Action.class);
        for (var action : Action.values()) {
            if (action.from().contains(state)
                    && (action != Action.DEMOTE || review().awaits(actor))) {
                allowed.add(action);
            }
        }
        return allowed;
    }

    private void requireTenure(@Nullable Verdict verdict, ProgrammeConfig rules, LocalDate today) {
        var since = confirmedOn;
        if (!mustLeave(verdict)
                && since != null
                && since.plusMonths(rules.tenureMonths()).isAfter(today)) {
            throw new GuardBroken(
                    "tenure-too-short",
                    "The account is in the programme since "
                            + since
                            + ", less than "
                            + rules.tenureMonths()
                            + " months");
        }
    }

    /// Whether the customer leaves or is vetoed, which no rule of the list's calm holds up.
    private boolean mustLeave(@Nullable Verdict verdict) {
        return review().waivesTenure() || verdict != null && verdict.vetoed();
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

    public @Nullable LocalDate ownRollUpFrom() {
        return ownRollUpFrom;
    }

    public @Nullable String evaluatedCycle() {
        return evaluatedCycle;
    }

    public long version() {
        return version;
    }
}
