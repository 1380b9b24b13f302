package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The smallest change of one measure that people can act on and that reaches the entry threshold.
public final class Counterfactuals {

    private static final Set<String> ACTIONABLE =
            Set.of(
                    "revenueShare",
                    "people",
                    "satisfaction",
                    "stage",
                    "referenceability",
                    "headroom");
    private static final int MOST = 2;

    private Counterfactuals() {}

    public static List<Counterfactual> of(
            Map<Criterion.Code, Criterion> criteria,
            Parameters parameters,
            @Nullable Double total) {
        if (total == null || total >= parameters.entryThreshold()) {
            return List.of();
        }
        var weight =
                criteria.values().stream()
                        .filter(criterion -> criterion.score() != null)
                        .mapToDouble(criterion -> parameters.weight(criterion.code()))
                        .sum();
        var found = new ArrayList<Counterfactual>();
        for (var criterion : criteria.values()) {
            var own = parameters.weight(criterion.code());
            if (criterion.score() != null && own > 0) {
                var needed = (parameters.entryThreshold() - total) * weight / own;
                criterion.parts().forEach(part -> consider(criterion, part, needed, found));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Counterfactual::points))
                .limit(MOST)
                .toList();
    }

    private static void consider(
            Criterion criterion, Part part, double needed, List<Counterfactual> found) {
        var normalised = part.normalised();
        var value = part.value();
        var anchors = part.anchors();
        if (!ACTIONABLE.contains(part.measure())
                || normalised == null
                || value == null
                || anchors == null) {
            return;
        }
        var known =
                criterion.parts().stream()
                        .filter(other -> other.normalised() != null)
                        .mapToDouble(Part::weight)
                        .sum();
        var points = needed * known / part.weight();
        if (normalised + points <= 100) {
            anchors.reaching(normalised + points)
                    .ifPresent(target ->
                            found.add(
                                    new Counterfactual(
                                            criterion.code(),
                                            part.measure(),
                                            Rounding.places(value, 4).doubleValue(),
                                            Rounding.places(target, 4).doubleValue(),
                                            Rounding.two(points).doubleValue())));
        }
    }

    /// A measure, its value, the value that would do, and by how many points of its scale that is
    /// more.
    public record Counterfactual(
            Criterion.Code criterion, String measure, double value, double target, double points) {}
}
