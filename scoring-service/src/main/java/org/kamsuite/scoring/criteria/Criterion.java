package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one of the six criteria: 0 to 100, or missing; never zero for lack of data.
///
/// @param coverage the share of the criterion that rests on known facts, 0..1
public record Criterion(
        Code code,
        @Nullable Double score,
        double coverage,
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
                        : known.stream().mapToDouble(part -> part.weight() * normalised(part)).sum()
                                / weight;
        var toCollect =
                parts.stream()
                        .filter(part -> part.normalised() == null || part.known() < 1)
                        .map(Part::measure)
                        .toList();
        return new Criterion(code, score, coverage, parts, flags, toCollect);
    }

    private static double normalised(Part part) {
        var value = part.normalised();
        return value == null ? 0 : value;
    }

    Criterion cappedAt(double cap, String flag) {
        return score == null || score <= cap ? flagged(flag) : with(cap, flag);
    }

    Criterion with(double value, String flag) {
        return new Criterion(code, value, coverage, parts, added(flag), toCollect);
    }

    Criterion flagged(String flag) {
        return new Criterion(code, score, coverage, parts, added(flag), toCollect);
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
