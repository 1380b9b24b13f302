package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all accounts are measured against; money in the company's currency.
///
/// @param lifetimeValueMedian of the positive forward lifetime margins, or of the forward revenues
///   where no margin is known at all; null without any
/// @param scoreQuantiles of the scores of each criterion when the frame was made, from the least in
///   hundredths to the highest; evidence only, no score rests on it
public record Frame(
        long number,
        String cycle,
        double companyRevenue,
        double teamHours,
        int activeAccounts,
        @Nullable Double lifetimeValueMedian,
        Map<String, Segment> segments,
        Map<Criterion.Code, List<Double>> scoreQuantiles) {

    /// The name of the segment that holds every account.
    public static final String ALL = "*";

    /// The gross margin of the sector, else of the sectors above it, else of all.
    Optional<Double> margin(@Nullable String sector) {
        return segments(sector).flatMap(segment -> Stream.ofNullable(segment.margin())).findFirst();
    }

    private Stream<Segment> segments(@Nullable String sector) {
        return names(sector).stream().map(segments::get).filter(Objects::nonNull);
    }

    /// The segments that a sector lies in, the smallest first: `35.1`, `35`, `*`.
    static List<String> names(@Nullable String sector) {
        var names = new ArrayList<String>();
        for (var name = sector; name != null; ) {
            names.add(name);
            var dot = name.lastIndexOf('.');
            name = dot > 0 ? name.substring(0, dot) : null;
        }
        names.add(ALL);
        return names;
    }

    /// How many hundredths of the accounts had no higher score; empty where none had any.
    public Optional<Integer> percentile(Criterion.Code code, double score) {
        var quantiles = scoreQuantiles.getOrDefault(code, List.of());
        return quantiles.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Math.max(0, (int) quantiles.stream().filter(q -> q <= score).count() - 1));
    }

    /// Whether the margin of any account is known.
    public boolean knowsMargins() {
        return margin(null).isPresent();
    }

    /// The yearly retention of the smallest segment of the sector whose closed cohort has enough
    /// members, else the usual one.
    double retention(@Nullable String sector, ScoringModel.LifetimeValue model) {
        return segments(sector)
                .filter(segment -> segment.cohort() >= model.leastCohort())
                .flatMap(segment -> Stream.ofNullable(segment.retention()))
                .findFirst()
                .orElse(model.baseRetention());
    }

    /// The rates of a segment; the cohort are those who bought in the year before last.
    public record Segment(@Nullable Double margin, int cohort, @Nullable Double retention) {}
}
