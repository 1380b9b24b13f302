package org.kamsuite.scoring.criteria;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// The hours of our team for a tree by month of the window: as tracked, else estimated from
/// requests.
record Workload(boolean tracked, Map<YearMonth, Double> hoursByMonth) {

    static Workload of(AccountTree tree, ScoringModel.CustomisedService model) {
        var tracked = new TreeMap<YearMonth, Double>();
        for (var effort : tree.all(Sheet::effort)) {
            if (tree.inWindow(effort.month())) {
                tracked.merge(effort.month(), effort.hours().doubleValue(), Double::sum);
            }
        }
        return tracked.isEmpty()
                ? new Workload(false, estimated(tree, model))
                : new Workload(true, tracked);
    }

    private static Map<YearMonth, Double> estimated(
            AccountTree tree, ScoringModel.CustomisedService model) {
        var estimated = new TreeMap<YearMonth, Double>();
        for (var requests : requests(tree)) {
            var hours = model.hoursOf(requests.type());
            estimated.merge(
                    requests.month(),
                    requests.standard() * hours.standard()
                            + requests.complex() * hours.complex()
                            + requests.bespoke() * hours.bespoke(),
                    Double::sum);
        }
        return estimated;
    }

    static List<Sheet.Requests> requests(AccountTree tree) {
        return tree.all(Sheet::requests).stream()
                .filter(requests -> tree.inWindow(requests.month()))
                .toList();
    }

    boolean isKnown() {
        return !hoursByMonth.isEmpty();
    }

    double hours() {
        return hoursByMonth.values().stream().mapToDouble(hours -> hours).sum();
    }

    /// The hours without onboarding, a crisis capped at a multiple of the median month.
    Optional<Double> usualHours(AccountTree tree, ScoringModel.CustomisedService model) {
        var onboarded =
                tree.firstPurchase()
                        .map(day -> YearMonth.from(day).plusMonths(model.onboardingMonths()))
                        .orElse(YearMonth.of(1, 1));
        var sorted =
                hoursByMonth.entrySet().stream()
                        .filter(month -> !month.getKey().isBefore(onboarded))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var middle = sorted.size() / 2;
        var median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        var most = model.crisisMultiple() * median;
        return Optional.of(sorted.stream().mapToDouble(hours -> Math.min(hours, most)).sum());
    }
}
