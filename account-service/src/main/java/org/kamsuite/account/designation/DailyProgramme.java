package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.daily.DailyTask;

/// Closes the cycle that is over, calls undecided reviews to mind every week, and changes the
/// owners of demoted accounts.
@ApplicationScoped
class DailyProgramme implements DailyTask {

    private final CycleClose cycles;
    private final Designations designations;
    private final AccountSequence sequence;
    private final Transitions transitions;
    private final Verdicts verdicts;
    private final ProgrammeConfig rules;

    @Inject
    DailyProgramme(
            CycleClose cycles,
            Designations designations,
            AccountSequence sequence,
            Transitions transitions,
            Verdicts verdicts,
            ProgrammeConfig rules) {
        this.cycles = cycles;
        this.designations = designations;
        this.sequence = sequence;
        this.transitions = transitions;
        this.verdicts = verdicts;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public void run(LocalDate day, Connection connection) {
        cycles.keepUp(day);
        verdicts.forget(day.minusDays(rules.knownScoreDays()));
        designations.underReviewSince(day).stream()
                .filter(designation -> designation.escalate(day))
                .forEach(this::callToMind);
        for (var designation : designations.toHandOver(day)) {
            handOver(designation, day);
        }
        designations.flush();
    }

    private void callToMind(Designation designation) {
        transitions.tell(
                designation.accountId(),
                "designation-review-overdue",
                "system",
                null,
                Map.of("reviewDueOn", Objects.requireNonNull(designation.review().dueOn())));
    }

    private void handOver(Designation designation, LocalDate day) {
        var before = designation.managerId();
        if (designation.handOver(day)) {
            // The sheet names the team, and the manager is of it.
            sequence.advance(designation.accountId());
            transitions.tell(
                    designation.accountId(),
                    "kam-assigned",
                    "system",
                    manager(before),
                    manager(designation.managerId()));
        }
    }

    private static Map<String, @Nullable Object> manager(@Nullable Object id) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("managerId", id);
        return content;
    }
}
