package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.manager.Team;
import org.kamsuite.account.settings.Company;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// What people decide about key accounts: the cap and the managers' loads hold in the decision's
/// own transaction, on the stored verdict. Who names the score seen is refused once a newer one
/// says otherwise.
@ApplicationScoped
@Transactional
public class KeyAccountProgramme {

    private final Designations designations;
    private final Verdicts verdicts;
    private final Capacity capacity;
    private final Team team;
    private final Transitions transitions;
    private final AccountSequence sequence;
    private final Company company;
    private final ProgrammeConfig rules;
    private final BusinessClock clock;
    private final Caller caller;
    private final Precondition precondition;

    @Inject
    KeyAccountProgramme(
            Designations designations,
            Verdicts verdicts,
            Capacity capacity,
            Team team,
            Transitions transitions,
            AccountSequence sequence,
            Company company,
            ProgrammeConfig rules,
            BusinessClock clock,
            Caller caller,
            Precondition precondition) {
        this.designations = designations;
        this.verdicts = verdicts;
        this.capacity = capacity;
        this.team = team;
        this.transitions = transitions;
        this.sequence = sequence;
        this.company = company;
        this.rules = rules;
        this.clock = clock;
        this.caller = caller;
        this.precondition = precondition;
    }

    public Designation of(UUID account) {
        return designations.of(account);
    }

    public Optional<Verdict> verdictOf(UUID account) {
        return verdicts.of(account);
    }

    public Slots slots() {
        return capacity.slots();
    }

    public Designation nominate(UUID account, String reason) {
        return decide(
                account,
                designation ->
                        designation.nominate(verdicts.required(account), rules, because(reason)));
    }

    /// Takes a slot and room of the manager, or is refused.
    public Designation confirm(UUID account, UUID manager, UUID scoreSeen, String reason) {
        var slots = capacity.lock();
        var designation = lockOf(account);
        var decision = because(reason);
        var move =
                designation.confirm(
                        manager, verdicts.seen(account, scoreSeen), slots, rules, decision);
        team.requireRoom(manager, account);
        designation.countAloneFrom(company.required().nextCycleStart(decision.day()));
        sequence.advance(account);
        transitions.file(move, slots);
        transitions.tell(
                account, "kam-assigned", decision.actor(), null, Map.of("managerId", manager));
        return designation;
    }

    public Designation waitlist(UUID account, @Nullable UUID scoreSeen, String reason) {
        var room = capacity.slots().free() > 0 && !team.roomFor(List.of(account)).isEmpty();
        return decide(
                account,
                designation ->
                        designation.waitlist(room, seen(account, scoreSeen), because(reason)));
    }

    public Designation reject(UUID account, @Nullable UUID scoreSeen, String reason) {
        return decide(
                account,
                designation -> designation.reject(seen(account, scoreSeen), because(reason)));
    }

    public Designation review(UUID account, ReviewReason why, String reason) {
        return decide(
                account,
                designation ->
                        designation.review(
                                why, verdicts.of(account).orElse(null), rules, because(reason)));
    }

    public Designation retain(UUID account, @Nullable UUID scoreSeen, String reason) {
        return decide(
                account,
                designation ->
                        designation.retain(seen(account, scoreSeen), rules, because(reason)));
    }

    /// Keeps an account against its score; few slots may rest on that.
    public Designation override(UUID account, LocalDate until, String reason) {
        var slots = capacity.lock();
        var most = rules.overrideShare().multiply(BigDecimal.valueOf(slots.total())).intValue();
        return decide(
                account,
                designation -> {
                    var move =
                            designation.override(
                                    until,
                                    verdicts.of(account).orElse(null),
                                    rules,
                                    because(reason));
                    if (designations.overridden(clock.today()) > most) {
                        throw new GuardBroken(
                                "too-many-overrides",
                                "At most "
                                        + most
                                        + " of "
                                        + slots.total()
                                        + " slots rest on an override");
                    }
                    return move;
                });
    }

    public Designation proposeDemotion(UUID account, DemotionPlan plan) {
        var designation = lockOf(account);
        designation.proposeDemotion(plan, verdicts.of(account).orElse(null), rules, because(null));
        team.requireRoomForFormer(plan.newOwnerId(), account);
        requirePrecedence(account, plan);
        designations.flush();
        return designation;
    }

    /// The second of two approvers; the owner changes when the calendar quarter has ended.
    public Designation demote(UUID account, String reason) {
        var slots = capacity.lock();
        var quarter = quarterStart(clock.today());
        var churn = designations.churnSince(quarter.atStartOfDay(clock.zone()).toInstant());
        var designation = lockOf(account);
        var move =
                designation.demote(
                        verdicts.of(account).orElse(null),
                        quarter.plusMonths(3),
                        churn,
                        rules,
                        because(reason));
        team.requireRoomForFormer(agreed(move).plan().newOwnerId(), account);
        requirePrecedence(account, agreed(move).plan());
        sequence.advance(account);
        transitions.file(move, slots);
        return designation;
    }

    private static Demotion agreed(Transition move) {
        return Objects.requireNonNull(move.demotion());
    }

    /// The totals may have changed since the proposal: they are compared at both approvals.
    private void requirePrecedence(UUID leaving, DemotionPlan plan) {
        var waiting = plan.inFavourOf();
        if (waiting != null) {
            var state =
                    designations
                            .findByIdOptional(waiting)
                            .map(Designation::state)
                            .orElseThrow(() ->
                                    new Invalid("/inFavourOf", "There is no account " + waiting));
            var others = verdicts.of(designations.underReview()).values();
            Precedence.of(state, total(waiting), total(leaving), others).require(rules);
        }
    }

    private @Nullable BigDecimal total(UUID account) {
        return verdicts.of(account).map(Verdict::settledTotal).orElse(null);
    }

    private static LocalDate quarterStart(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    /// What the caller may do with the designation now.
    public Set<Action> allowedActions(Designation designation) {
        return designation.allowedActions(caller.name()).stream()
                .filter(action -> action.roles().stream().anyMatch(caller::is))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }

    private Verdict seen(UUID account, @Nullable UUID score) {
        return score == null ? verdicts.required(account) : verdicts.seen(account, score);
    }

    private Designation decide(UUID account, Function<Designation, Transition> verb) {
        var designation = lockOf(account);
        transitions.file(verb.apply(designation), capacity.slots());
        return designation;
    }

    private Designation lockOf(UUID account) {
        var designation = designations.lockOf(account);
        precondition.require(Long.toString(designation.version()));
        return designation;
    }

    private Decision because(@Nullable String reason) {
        return new Decision(caller.name(), clock.instant(), clock.today(), reason);
    }
}
