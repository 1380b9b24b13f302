package org.kamsuite.scoring.criteria;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The smallest change of one measure that people can act on and that reaches the entry threshold,
/// under the caps that hold.
public final class Counterfactuals {

    private static final Set<String> ACTIONABLE =
            Set.of(
                    RevenueShare.SHARE,
                    RevenueShare.MULTIPLE,
                    "people",
                    "satisfaction",
                    "stage",
                    "referenceability",
                    "headroom");
    private static final int MOST = 2;
    private static final int PLACES = 4;

    private Counterfactuals() {}

    public static List<Counterfactual> of(
            Map<Criterion.Code, Criterion> criteria, ScoringModel model) {
        var sums = Sums.of(criteria.values(), model::weight);
        var total = sums.total();
        if (total == null || sums.reaches(model.gate().entryThreshold())) {
            return List.of();
        }
        return criteria.values().stream()
                .flatMap(criterion ->
                        criterion.parts().stream()
                                .filter(part -> ACTIONABLE.contains(part.measure()))
                                .flatMap(part ->
                                        reaching(criteria, criterion, part, model, sums).stream()))
                .sorted(Comparator.comparingDouble(Counterfactual::points))
                .limit(MOST)
                .toList();
    }

    private static Optional<Counterfactual> reaching(
            Map<Criterion.Code, Criterion> criteria,
            Criterion criterion,
            Part part,
            ScoringModel model,
            Sums sums) {
        var value = part.value();
        var needed = needed(criterion, part, model, sums);
        if (value == null || needed == null) {
            return Optional.empty();
        }
        return shown(part, needed, model)
                .filter(target -> reaches(criteria, criterion.having(part.at(target)), model))
                .map(target ->
                        new Counterfactual(
                                criterion.code(),
                                part.measure(),
                                Rounding.places(value, PLACES).doubleValue(),
                                target,
                                Rounding.two(part.at(target).points() - part.points())
                                        .doubleValue()));
    }

    /// What the measure must count on its scale, so that the total reaches the threshold; null
    /// where no value can do it.
    private static @Nullable Double needed(
            Criterion criterion, Part part, ScoringModel model, Sums sums) {
        var score = criterion.score();
        var anchors = part.anchors();
        var weight = model.weight(criterion.code());
        if (score == null || anchors == null || weight == 0 || part.weight() == 0) {
            return null;
        }
        var wanted = score + (model.gate().entryThreshold() * sums.known() - sums.sum()) / weight;
        var others = 0.0;
        var all = 0.0;
        for (var other : criterion.parts()) {
            if (other.normalised() != null) {
                all += other.weight();
                others += other.equals(part) ? 0 : other.weight() * other.points();
            }
        }
        return wanted > criterion.most() ? null : (wanted * all - others) / part.weight();
    }

    /// The smallest value that can be shown and counts as much: rounded up, or the next step of a
    /// measure that has steps.
    private static Optional<Double> shown(Part part, double needed, ScoringModel model) {
        var anchors = part.anchors();
        var steps = steps(part.measure(), model);
        if (anchors == null || needed > 100) {
            return Optional.empty();
        }
        return steps.isEmpty()
                ? anchors.reaching(needed).stream().mapToObj(Counterfactuals::roundedUp).findFirst()
                : steps.stream().filter(step -> anchors.at(step) >= needed).sorted().findFirst();
    }

    private static double roundedUp(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.CEILING).doubleValue();
    }

    private static Collection<Double> steps(String measure, ScoringModel model) {
        return switch (measure) {
            case "stage" -> model.relationship().stages().values();
            case "referenceability" -> model.credibility().rubric();
            default -> List.of();
        };
    }

    private static boolean reaches(
            Map<Criterion.Code, Criterion> criteria, Criterion changed, ScoringModel model) {
        var all = new EnumMap<Criterion.Code, Criterion>(criteria);
        all.put(changed.code(), changed);
        return Sums.of(all.values(), model::weight).reaches(model.gate().entryThreshold());
    }

    /// A measure, its value, the value that would do, and by how many points of its scale that is
    /// more.
    public record Counterfactual(
            Criterion.Code criterion, String measure, double value, double target, double points) {}
}
