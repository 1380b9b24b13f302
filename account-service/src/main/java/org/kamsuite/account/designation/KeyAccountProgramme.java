package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.manager.Team;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// What people decide about key accounts: the cap and the managers' loads hold in the decision's
/// own transaction, on the stored verdict.
@ApplicationScoped
@Transactional
public class KeyAccountProgramme {

    private final Designations designations;
    private final Verdicts verdicts;
    private final Capacity capacity;
    private final Team team;
    private final Transitions transitions;
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
            ProgrammeConfig rules,
            BusinessClock clock,
            Caller caller,
            Precondition precondition) {
        this.designations = designations;
        this.verdicts = verdicts;
        this.capacity = capacity;
        this.team = team;
        this.transitions = transitions;
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
        transitions.file(move, slots);
        transitions.tell(
                account, "kam-assigned", decision.actor(), null, Map.of("managerId", manager));
        return designation;
    }

    public Designation waitlist(UUID account, String reason) {
        var room = capacity.slots().free() > 0 && team.hasRoomFor(account);
        return decide(
                account,
                designation ->
                        designation.waitlist(room, verdicts.required(account), because(reason)));
    }

    public Designation reject(UUID account, String reason) {
        return decide(
                account,
                designation -> designation.reject(verdicts.required(account), because(reason)));
    }

    public Designation review(UUID account, ReviewReason why, String reason) {
        return decide(
                account,
                designation ->
                        designation.review(
                                why, verdicts.of(account).orElse(null), rules, because(reason)));
    }

    public Designation retain(UUID account, String reason) {
        return decide(
                account,
                designation ->
                        designation.retain(verdicts.required(account), rules, because(reason)));
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
        team.requireActive(plan.newOwnerId());
        designations.flush();
        return designation;
    }

    /// The second of two approvers; the owner changes when the calendar quarter has ended.
    public Designation demote(UUID account, String reason) {
        var today = clock.today();
        var quarter = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        return decide(
                account,
                designation ->
                        designation.demote(
                                verdicts.of(account).orElse(null),
                                quarter.plusMonths(3),
                                rules,
                                because(reason)));
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
