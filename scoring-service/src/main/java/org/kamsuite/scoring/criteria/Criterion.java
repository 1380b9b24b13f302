package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one of the six criteria: 0 to 100, or missing; never zero for lack of data.
///
/// @param coverage the share of the criterion that rests on known facts, 0..1
/// @param most the cap on the score, 100 without one
public record Criterion(
        Code code,
        @Nullable Double score,
        double coverage,
        double most,
        List<Part> parts,
        List<String> flags,
        List<String> toCollect) {

    /// The weighted mean of the known parts.
    static Criterion of(Code code, List<Part> parts, List<String> flags) {
        var known = parts.stream().filter(part -> part.normalised() != null).toList();
        var weight = known.stream().mapToDouble(Part::weight).sum();
        var all = parts.stream().mapToDouble(Part::weight).sum();
        var coverage = known.stream().mapToDouble(part -> part.weight() * part.known()).sum() / all;
        Double score =
                weight == 0
                        ? null
                        : known.stream().mapToDouble(part -> part.weight() * part.points()).sum()
                                / weight;
        var toCollect =
                parts.stream()
                        .filter(part -> part.weight() > 0)
                        .filter(part -> part.normalised() == null || part.known() < 1)
                        .map(Part::measure)
                        .toList();
        return new Criterion(code, score, coverage, 100, parts, flags, toCollect);
    }

    Criterion cappedAt(double cap, Flag flag) {
        return cappedAt(cap).flagged(flag);
    }

    private Criterion cappedAt(double cap) {
        var capped = score == null ? null : Math.min(score, cap);
        return new Criterion(code, capped, coverage, Math.min(most, cap), parts, flags, toCollect);
    }

    Criterion flagged(Flag flag) {
        return new Criterion(code, score, coverage, most, parts, added(flag.name()), toCollect);
    }

    /// The criterion as it would be with another value of one measure, under the same cap.
    Criterion having(Part changed) {
        var all =
                parts.stream()
                        .map(part -> part.measure().equals(changed.measure()) ? changed : part)
                        .toList();
        return of(code, all, flags).cappedAt(most);
    }

    /// The value of a measure of this criterion, where it is known.
    @Nullable Double value(String measure) {
        return parts.stream()
                .filter(part -> part.measure().equals(measure))
                .findFirst()
                .map(Part::value)
                .orElse(null);
    }

    private List<String> added(String flag) {
        var all = new ArrayList<>(flags);
        all.add(flag);
        return List.copyOf(all);
    }

    /// Whether the criterion is known and at least this high, compared as stored.
    boolean atLeast(double threshold) {
        return score != null && Rounding.two(score).doubleValue() >= threshold;
    }

    /// The six criteria.
    @Schema(
            name = "CriterionCode",
            description =
                    "C1 share of company revenue; C2 lifetime value; C3 need for customised services; C4 growth potential; C5 industry credibility; C6 existing relationship")
    public enum Code {
        /// Significant share of company revenue.
        C1,
        /// High lifetime value.
        C2,
        /// Need for customised services.
        C3,
        /// Promising growth potential.
        C4,
        /// Industry credibility.
        C5,
        /// Strong existing relationship.
        C6
    }
}
