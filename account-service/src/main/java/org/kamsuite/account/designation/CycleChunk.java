package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.manager.Team;
import org.kamsuite.kit.time.BusinessClock;

/// Evaluates some designations of a cycle that closes, in a transaction of its own.
@ApplicationScoped
class CycleChunk {

    private static final String SYSTEM = "system";

    private final EntityManager entities;
    private final Designations designations;
    private final Verdicts verdicts;
    private final Capacity capacity;
    private final Team team;
    private final Transitions transitions;
    private final ProgrammeConfig rules;
    private final BusinessClock clock;

    @Inject
    CycleChunk(
            EntityManager entities,
            Designations designations,
            Verdicts verdicts,
            Capacity capacity,
            Team team,
            Transitions transitions,
            ProgrammeConfig rules,
            BusinessClock clock) {
        this.entities = entities;
        this.designations = designations;
        this.verdicts = verdicts;
        this.capacity = capacity;
        this.team = team;
        this.transitions = transitions;
        this.rules = rules;
        this.clock = clock;
    }

    /// Evaluates those that come next, of those who stood where they stand on the given day.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void evaluate(Cycle cycle, LocalDate enteredBy, @Nullable String reason, Progress progress) {
        var slots = capacity.lock();
        var due =
                designations.notEvaluated(
                        cycle.name(), enteredBy, progress.last(), rules.chunkAccounts());
        var accounts = due.stream().map(Designation::accountId).toList();
        var known = verdicts.of(accounts);
        var roots = designations.rootsAmong(accounts);
        var roomy = roomy(due, slots);
        var decision = new Decision(SYSTEM, clock.instant(), clock.today(), reason);
        for (var designation : due) {
            var account = designation.accountId();
            var verdict = known.get(account);
            var why = Verdict.waits(verdict, cycle);
            if (verdict == null || why.isPresent()) {
                progress.waits(account, why.orElse(WaitReason.NO_VERDICT));
                continue;
            }
            progress.evaluated(account);
            var situation =
                    new Situation(cycle, rules, roots.contains(account), roomy.contains(account));
            designation
                    .evaluate(verdict, situation, decision)
                    .ifPresent(move -> {
                        transitions.file(move, slots);
                        progress.moved(move.to());
                    });
        }
        entities.flush();
        if (due.size() < rules.chunkAccounts()) {
            progress.finish();
        }
    }

    private Set<UUID> roomy(List<Designation> due, Slots slots) {
        var recommended =
                due.stream()
                        .filter(designation -> designation.state() == State.RECOMMENDED)
                        .map(Designation::accountId)
                        .toList();
        return slots.free() == 0 || recommended.isEmpty() ? Set.of() : team.roomFor(recommended);
    }
}
