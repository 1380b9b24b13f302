package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.manager.Team;
import org.kamsuite.account.settings.Company;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// Closes a cycle: the system moves each account once at most, on its settled verdict.
@ApplicationScoped
@Transactional
public class CycleClose {

    private static final String SYSTEM = "system";

    private final EntityManager entities;
    private final Designations designations;
    private final Verdicts verdicts;
    private final Capacity capacity;
    private final Team team;
    private final Transitions transitions;
    private final Company company;
    private final ProgrammeConfig rules;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    CycleClose(
            EntityManager entities,
            Designations designations,
            Verdicts verdicts,
            Capacity capacity,
            Team team,
            Transitions transitions,
            Company company,
            ProgrammeConfig rules,
            BusinessClock clock,
            Caller caller) {
        this.entities = entities;
        this.designations = designations;
        this.verdicts = verdicts;
        this.capacity = capacity;
        this.team = team;
        this.transitions = transitions;
        this.company = company;
        this.rules = rules;
        this.clock = clock;
        this.caller = caller;
    }

    /// Closes the present cycle before its end; once more, it evaluates whom it has not yet.
    public Outcome closeNow(String reason) {
        var slots = capacity.lock();
        var cycle = Cycle.of(company.required(), clock.today());
        return close(cycle, slots, caller.name() + ": " + reason);
    }

    /// Closes the cycle before the given day's, unless that is done; then evaluates those whose
    /// score had not settled.
    void keepUp(LocalDate day) {
        var settings = company.settings();
        if (settings.isEmpty()) {
            return;
        }
        var slots = capacity.lock();
        var present = Cycle.of(settings.get().content(), day);
        var over = Cycle.of(settings.get().content(), present.start().minusDays(1));
        var closed = closed();
        if (closed.isEmpty()) {
            note(over, null);
        } else if (!closed.get().cycle().equals(over.name())
                && !closed.get().cycle().equals(present.name())) {
            close(over, slots, null);
        } else if (closed.get().on() != null) {
            var cycle = closed.get().cycle().equals(over.name()) ? over : present;
            evaluate(cycle, slots, closed.get().on(), null);
        }
    }

    private Outcome close(Cycle cycle, Slots slots, @Nullable String reason) {
        note(cycle, clock.today());
        designations.beginAll();
        return evaluate(cycle, slots, null, reason);
    }

    private Outcome evaluate(
            Cycle cycle, Slots slots, @Nullable LocalDate enteredBy, @Nullable String reason) {
        var due = designations.notEvaluated(cycle.name(), enteredBy);
        var known = verdicts.of(due.stream().map(Designation::accountId).toList());
        var decision = new Decision(SYSTEM, clock.instant(), clock.today(), reason);
        var moves = new TreeMap<State, Integer>();
        var evaluated = 0;
        for (var designation : due) {
            var verdict = known.get(designation.accountId());
            if (verdict != null && verdict.scored() && verdict.settled()) {
                evaluated++;
                var situation = situation(designation, cycle, slots);
                var move = designation.evaluate(verdict, situation, decision);
                move.ifPresent(made -> {
                    transitions.file(made, slots);
                    moves.merge(made.to(), 1, Integer::sum);
                });
            }
        }
        entities.flush();
        return new Outcome(cycle.name(), evaluated, due.size() - evaluated, moves);
    }

    private Situation situation(Designation designation, Cycle cycle, Slots slots) {
        var account = designation.accountId();
        var room =
                designation.state() != State.RECOMMENDED
                        || slots.free() > 0 && team.hasRoomFor(account);
        var root = designation.state() == State.NONE && designations.isRoot(account);
        return new Situation(cycle, rules, root, room);
    }

    private void note(Cycle cycle, @Nullable LocalDate on) {
        entities.createNativeQuery(
                        "update programme set closed_cycle = ?1, closed_on = cast(?2 as date)")
                .setParameter(1, cycle.name())
                .setParameter(2, on == null ? null : on.toString())
                .executeUpdate();
    }

    /// The cycle that was closed last, if any.
    @SuppressWarnings("unchecked")
    public Optional<Closed> closed() {
        List<Object[]> rows =
                entities.createNativeQuery(
                                "select closed_cycle, cast(closed_on as text) from programme"
                                        + " where closed_cycle is not null")
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(row ->
                        new Closed(
                                (String) row[0],
                                row[1] == null ? null : LocalDate.parse((String) row[1])));
    }

    /// A closed cycle; the one that was over before the first run has no day.
    public record Closed(String cycle, @Nullable LocalDate on) {}

    /// What a close has done.
    ///
    /// @param waiting accounts without a settled score, evaluated on a later day
    public record Outcome(String cycle, int evaluated, int waiting, Map<State, Integer> moves) {}
}
