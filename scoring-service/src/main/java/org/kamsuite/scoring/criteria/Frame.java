package org.kamsuite.scoring.criteria;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all accounts are measured against; money in the company's currency.
///
/// @param lifetimeValueMedian of the positive forward lifetime margins, or of the forward revenues
///   where no margin is known at all; null without any
public record Frame(
        long number,
        String cycle,
        double companyRevenue,
        double teamHours,
        int activeAccounts,
        @Nullable Double lifetimeValueMedian,
        Map<String, Segment> segments) {

    /// The name of the segment that holds every account.
    public static final String ALL = "*";

    private static final int LEAST_COHORT = 30;

    /// The gross margin of the sector, else of all.
    Optional<Double> margin(@Nullable String sector) {
        var own = sector == null ? null : segments.get(sector);
        if (own != null && own.margin() != null) {
            return Optional.of(own.margin());
        }
        return Optional.ofNullable(segments.get(ALL)).map(Segment::margin);
    }

    /// Whether the margin of any account is known.
    public boolean knowsMargins() {
        return margin(null).isPresent();
    }

    /// The yearly retention of the sector's closed cohort if it has 30 members, else of all, else
    /// the default.
    double retention(@Nullable String sector, double usual) {
        for (var name : new String[] {sector == null ? ALL : sector, ALL}) {
            var segment = segments.get(name);
            if (segment != null
                    && segment.cohort() >= LEAST_COHORT
                    && segment.retention() != null) {
                return segment.retention();
            }
        }
        return usual;
    }

    /// The rates of a segment; the cohort are those who bought in the year before last.
    public record Segment(@Nullable Double margin, int cohort, @Nullable Double retention) {}
}
