package org.kamsuite.account.designation.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.CycleClose;
import org.kamsuite.account.designation.ProgrammeConfig;
import org.kamsuite.account.designation.Slots;
import org.kamsuite.account.designation.WaitReason;

/// The programme: its slots, the cycle closed last, and its rules.
///
/// @param waiting accounts that the closed cycle could not evaluate yet, by reason
public record ProgrammeResponse(
        int slots,
        int held,
        int free,
        boolean overCapacity,
        Slots limits,
        @Nullable String closedCycle,
        @Nullable LocalDate closedOn,
        Map<WaitReason, Integer> waiting,
        Rules rules) {

    static ProgrammeResponse of(
            Slots slots, CycleClose.@Nullable Closed closed, ProgrammeConfig rules) {
        return new ProgrammeResponse(
                slots.total(),
                slots.held(),
                slots.free(),
                slots.overCapacity(),
                slots,
                closed == null ? null : closed.cycle(),
                closed == null ? null : closed.on(),
                closed == null ? Map.of() : closed.waiting(),
                Rules.of(rules));
    }

    /// The rules that are in force.
    public record Rules(
            BigDecimal reviewBelow,
            BigDecimal retainFrom,
            BigDecimal roomMargin,
            int breaches,
            int patienceCycles,
            int reviewDays,
            int coolOffMonths,
            int tenureMonths,
            BigDecimal overrideShare) {

        static Rules of(ProgrammeConfig rules) {
            return new Rules(
                    rules.reviewBelow(),
                    rules.reviewBelow().add(rules.retainMargin()),
                    rules.roomMargin(),
                    rules.breaches(),
                    rules.patience(),
                    rules.reviewDays(),
                    rules.coolOffMonths(),
                    rules.tenureMonths(),
                    rules.overrideShare());
        }
    }
}
