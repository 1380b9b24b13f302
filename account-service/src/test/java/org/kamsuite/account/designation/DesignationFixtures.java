package org.kamsuite.account.designation;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.settings.SettingsContent;

/// Designations and verdicts by name; quarter 0 is the first of 2026.
final class DesignationFixtures {

    static final ProgrammeConfig RULES =
            new SmallRyeConfigBuilder()
                    .withMapping(ProgrammeConfig.class)
                    .build()
                    .getConfigMapping(ProgrammeConfig.class);

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private DesignationFixtures() {}

    static Designation candidate() {
        var designation = new Designation();
        designation.nominate(verdict("40"), RULES, decision(0));
        return designation;
    }

    static Designation recommended() {
        var designation = candidate();
        evaluate(designation, verdict("72"), situation(0, true, true), decision(0));
        return designation;
    }

    static Designation confirmed() {
        var designation = recommended();
        designation.confirm(UUID.randomUUID(), verdict("72"), freeSlots(), RULES, decision(0));
        return designation;
    }

    static Slots freeSlots() {
        return new Slots(35, 10, 12, 3);
    }

    static Cycle cycle(int quarter) {
        var settings = new SettingsContent("BRL", "America/Sao_Paulo", 1, 3, 35);
        return Cycle.of(settings, START.plusMonths(3L * quarter));
    }

    static Situation situation(int quarter, boolean root, boolean room) {
        return new Situation(cycle(quarter), RULES, root, room);
    }

    static Decision decision(int quarter) {
        return decisionOf("ana", quarter);
    }

    static Decision decisionOf(String actor, int quarter) {
        var day = START.plusMonths(3L * quarter);
        return new Decision(actor, day.atStartOfDay().toInstant(ZoneOffset.UTC), day, "Agreed");
    }

    static Verdict verdict(String total) {
        return verdict(total, total, "1.0000", null, 1, true, List.of(), "60", "60");
    }

    static Verdict verdictThroughDoors(String total, String revenueShare, String growth) {
        return verdict(total, total, "1.0000", null, 1, true, List.of(), revenueShare, growth);
    }

    static Verdict unsettled(String total) {
        return verdict(total, total, "1.0000", null, 1, false, List.of(), "60", "60");
    }

    static Verdict vetoed(String total) {
        return verdict(total, total, "1.0000", null, 1, true, List.of("SANCTIONS"), "60", "60");
    }

    static Verdict covered(String total, String totalHigh, String coverage) {
        return verdict(total, totalHigh, coverage, null, 1, true, List.of(), "60", "60");
    }

    static Verdict underNewModel(String total, String underPrevious) {
        return verdict(total, total, "1.0000", underPrevious, 2, true, List.of(), "60", "60");
    }

    /// Evaluates on the verdict as one of the cycle that closes.
    static Optional<Transition> evaluate(
            Designation designation, Verdict verdict, Situation situation, Decision decision) {
        return designation.evaluate(of(verdict, situation.cycle().name()), situation, decision);
    }

    static Verdict of(Verdict verdict, String cycle) {
        return new Verdict(
                verdict.accountId(),
                verdict.scoreId(),
                verdict.scored(),
                cycle,
                verdict.modelVersion(),
                verdict.settled(),
                verdict.total(),
                verdict.totalHigh(),
                verdict.totalUnderPreviousModel(),
                verdict.coverage(),
                verdict.recommended(),
                verdict.recommendedAsEmerging(),
                verdict.revenueShare(),
                verdict.growth(),
                verdict.workShare(),
                verdict.vetoes());
    }

    private static Verdict verdict(
            String total,
            String totalHigh,
            String coverage,
            @Nullable String underPrevious,
            int model,
            boolean settled,
            List<String> vetoes,
            String revenueShare,
            String growth) {
        var number = new BigDecimal(total);
        return new Verdict(
                UUID.randomUUID(),
                UUID.randomUUID(),
                true,
                "2026-Q1",
                model,
                settled,
                number,
                new BigDecimal(totalHigh),
                underPrevious == null ? null : new BigDecimal(underPrevious),
                new BigDecimal(coverage),
                number.compareTo(new BigDecimal("70")) >= 0 && vetoes.isEmpty(),
                false,
                new BigDecimal(revenueShare),
                new BigDecimal(growth),
                new BigDecimal("0.001"),
                vetoes);
    }
}
