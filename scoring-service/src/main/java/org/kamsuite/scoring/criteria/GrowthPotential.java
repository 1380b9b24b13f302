package org.kamsuite.scoring.criteria;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;
import org.kamsuite.scoring.facts.WhiteSpace;

/// C4, promising growth potential (domain §2.4): white space, unserved centres, wallet gap and
/// trend.
final class GrowthPotential {

    private GrowthPotential() {}

    static Criterion of(
            AccountTree tree, Optional<WhiteSpace> whiteSpace, ScoringModel.GrowthPotential model) {
        var parts =
                List.of(
                        headroom(tree, whiteSpace, model),
                        unservedCentres(tree, model),
                        gap(whiteSpace, model),
                        trend(tree, model));
        var criterion = Criterion.of(Criterion.Code.C4, parts, List.of());
        var shrinking =
                Stream.of(tree.top().headcountGrowth(), tree.top().revenueGrowth())
                        .filter(Objects::nonNull)
                        .anyMatch(growth -> growth.doubleValue() < model.shrinking());
        if (tree.top().insolvent()) {
            return criterion.cappedAt(model.cap(), Flag.INSOLVENT);
        }
        return shrinking ? criterion.cappedAt(model.cap(), Flag.SHRINKING) : criterion;
    }

    /// No white cell at all is a known headroom of zero, as far as the matrix is known.
    private static Part headroom(
            AccountTree tree, Optional<WhiteSpace> whiteSpace, ScoringModel.GrowthPotential model) {
        var weight = model.parts().getOrDefault("headroom", 0.0);
        var known = whiteSpace.map(GrowthPotential::knownHeadroom).orElse(0.0);
        if (whiteSpace.isEmpty() || known == 0) {
            return Part.missing("headroom", weight, Map.of());
        }
        var found = whiteSpace.get();
        var revenue = Math.max(tree.revenue(tree.windowStart(), tree.windowEnd()).doubleValue(), 1);
        return Part.known(
                        "headroom",
                        found.value().doubleValue() / revenue,
                        model.headroom(),
                        weight,
                        Map.of(
                                "whiteSpaceValue", found.value(),
                                "sizedCells", found.sizedCells(),
                                "unsizedCells", found.unsizedCells(),
                                "revenue", Rounding.two(revenue)))
                .knownBy(known);
    }

    private static double knownHeadroom(WhiteSpace found) {
        var white = found.sizedCells() + found.unsizedCells();
        return white == 0 ? found.knownShare() : (double) found.sizedCells() / white;
    }

    private static Part unservedCentres(AccountTree tree, ScoringModel.GrowthPotential model) {
        var weight = model.parts().getOrDefault("unservedCentres", 0.0);
        var known =
                tree.all(Sheet::centres).stream()
                        .filter(centre -> !centre.status().equals("UNKNOWN"))
                        .map(Sheet.Centre::centreId)
                        .toList();
        var served =
                tree.all(Sheet::holdings).stream()
                        .filter(holding -> holding.isActiveOn(tree.asOf()))
                        .map(Sheet.Holding::centreId)
                        .filter(known::contains)
                        .collect(Collectors.toSet());
        var facts = Map.<String, Object>of("centres", known, "served", served);
        return known.isEmpty()
                ? Part.missing("unservedCentres", weight, facts)
                : Part.known(
                        "unservedCentres",
                        (double) (known.size() - served.size()) / known.size(),
                        Anchors.SHARE,
                        weight,
                        facts);
    }

    private static Part gap(Optional<WhiteSpace> whiteSpace, ScoringModel.GrowthPotential model) {
        var weight = model.parts().getOrDefault("walletGap", 0.0);
        var share = whiteSpace.map(WhiteSpace::walletShare);
        return share.isEmpty()
                ? Part.missing("walletGap", weight, Map.of())
                : Part.known(
                                "walletGap",
                                1 - Math.clamp(share.get().doubleValue(), 0, 1),
                                Anchors.SHARE,
                                weight,
                                Map.of("walletShare", share.get()))
                        .knownBy(
                                whiteSpace
                                        .map(WhiteSpace::walletCoverage)
                                        .map(Number::doubleValue)
                                        .orElse(1.0));
    }

    private static Part trend(AccountTree tree, ScoringModel.GrowthPotential model) {
        var weight = model.parts().getOrDefault("trend", 0.0);
        var revenues = new ArrayList<Double>();
        var first = tree.firstPurchase().map(YearMonth::from).orElse(tree.windowEnd());
        for (var quarter = model.quarters(); quarter >= 1; quarter--) {
            var from = tree.windowEnd().minusMonths(3L * quarter);
            if (!from.isBefore(first)) {
                revenues.add(tree.revenue(from, from.plusMonths(3)).doubleValue());
            }
        }
        var facts =
                Map.<String, Object>of("quarters", revenues.stream().map(Rounding::two).toList());
        return slope(revenues, model)
                .map(yearly ->
                        Part.known("trend", yearly, model.trend(), weight, facts)
                                .knownBy((double) revenues.size() / model.quarters()))
                .orElseGet(() -> Part.missing("trend", weight, facts));
    }

    /// The growth per year that fits the logarithms of the quarters since the first purchase, where
    /// there are enough of them.
    ///
    /// A quarter without revenue is a fall, not a gap: it counts a part of the mean of the others,
    /// since it has no logarithm.
    static Optional<Double> slope(List<Double> quarters, ScoringModel.GrowthPotential model) {
        var mean = quarters.stream().filter(q -> q > 0).mapToDouble(q -> q).average();
        if (quarters.size() < model.leastQuarters() || mean.isEmpty()) {
            return Optional.empty();
        }
        var floor = model.emptyQuarter() * mean.getAsDouble();
        var n = quarters.size();
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (var x = 0; x < n; x++) {
            var y = Math.log(quarters.get(x) > 0 ? quarters.get(x) : floor);
            sumX += x;
            sumY += y;
            sumXx += (double) x * x;
            sumXy += x * y;
        }
        var slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return Optional.of(Math.exp(4 * slope) - 1);
    }
}
