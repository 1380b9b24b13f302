package org.kamsuite.account.designation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a waitlisted account goes before the key account that is to make room for it: its total
/// lies a margin above the lowest of all accounts under review, and it is that lowest one that
/// leaves (domain §8.2).
///
/// @param state of the account that waits
/// @param total of the account that waits, null while it is not settled
/// @param leaving the total of the account that leaves, null while it is not settled
/// @param lowest of all accounts under review, null where none of them has a settled total
record Precedence(
        State state,
        @Nullable BigDecimal total,
        @Nullable BigDecimal leaving,
        @Nullable BigDecimal lowest) {

    /// @param underReview the verdicts on accounts under review, with or without the one that
    ///   leaves
    static Precedence of(
            State state,
            @Nullable BigDecimal total,
            @Nullable BigDecimal leaving,
            Collection<Verdict> underReview) {
        var lowest =
                Stream.concat(
                                Stream.ofNullable(leaving),
                                underReview.stream()
                                        .map(Verdict::settledTotal)
                                        .filter(Objects::nonNull))
                        .min(BigDecimal::compareTo)
                        .orElse(null);
        return new Precedence(state, total, leaving, lowest);
    }

    void require(ProgrammeConfig rules) {
        if (state != State.WAITLISTED) {
            throw new NoPrecedence(this, rules, "Room is made for a waitlisted account only");
        }
        if (leaving == null || lowest == null || leaving.compareTo(lowest) > 0) {
            throw new NoPrecedence(
                    this, rules, "The account under review that has the lowest total makes room");
        }
        var threshold = lowest.add(rules.roomMargin());
        if (total == null || total.compareTo(threshold) < 0) {
            throw new NoPrecedence(
                    this, rules, "The total of the waitlisted account must reach " + threshold);
        }
    }
}
