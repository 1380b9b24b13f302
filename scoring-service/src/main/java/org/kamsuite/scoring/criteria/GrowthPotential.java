package org.kamsuite.scoring.criteria;

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

    static final Anchors HEADROOM = Anchors.of(0, 0, 0.25, 30, 1, 70, 3, 100);
    static final Anchors SHARE = Anchors.of(0, 0, 1, 100);
    static final Anchors TREND = Anchors.of(-0.2, 0, 0, 40, 0.15, 75, 0.4, 100);
    private static final double CAP = 30;
    private static final double SHRINKING = -0.20;
    private static final int QUARTERS = 8;
    private static final int LEAST_QUARTERS = 4;

    private GrowthPotential() {}

    static Criterion of(AccountTree tree, Optional<WhiteSpace> whiteSpace) {
        var parts =
                List.of(
                        headroom(tree, whiteSpace),
                        unservedCentres(tree),
                        gap(whiteSpace),
                        trend(tree));
        var criterion = Criterion.of(Criterion.Code.C4, parts, List.of());
        var shrinking =
                Stream.of(tree.top().headcountGrowth(), tree.top().revenueGrowth())
                        .filter(Objects::nonNull)
                        .anyMatch(growth -> growth.doubleValue() < SHRINKING);
        if (tree.top().insolvent()) {
            return criterion.cappedAt(CAP, "INSOLVENT");
        }
        return shrinking ? criterion.cappedAt(CAP, "SHRINKING") : criterion;
    }

    private static Part headroom(AccountTree tree, Optional<WhiteSpace> whiteSpace) {
        if (whiteSpace.isEmpty() || whiteSpace.get().sizedCells() == 0) {
            return Part.missing("headroom", 0.40, Map.of());
        }
        var found = whiteSpace.get();
        var revenue = Math.max(tree.annualRevenue().orElse(0.0), 1);
        return Part.known(
                "headroom",
                found.value().doubleValue() / revenue,
                HEADROOM,
                0.40,
                Map.of(
                        "whiteSpaceValue", found.value(),
                        "sizedCells", found.sizedCells(),
                        "unsizedCells", found.unsizedCells(),
                        "revenue", Rounding.two(revenue)));
    }

    private static Part unservedCentres(AccountTree tree) {
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
        var facts = Map.<String, Object>of("centres", known.size(), "served", served.size());
        return known.isEmpty()
                ? Part.missing("unservedCentres", 0.25, facts)
                : Part.known(
                        "unservedCentres",
                        (double) (known.size() - served.size()) / known.size(),
                        SHARE,
                        0.25,
                        facts);
    }

    private static Part gap(Optional<WhiteSpace> whiteSpace) {
        var share = whiteSpace.map(WhiteSpace::walletShare);
        return share.isEmpty()
                ? Part.missing("walletGap", 0.20, Map.of())
                : Part.known(
                        "walletGap",
                        1 - Math.clamp(share.get().doubleValue(), 0, 1),
                        SHARE,
                        0.20,
                        Map.of("walletShare", share.get()));
    }

    private static Part trend(AccountTree tree) {
        var revenues = new ArrayList<Double>();
        for (var quarter = QUARTERS; quarter >= 1; quarter--) {
            var from = tree.windowEnd().minusMonths(3L * quarter);
            revenues.add(tree.revenue(from, from.plusMonths(3)).doubleValue());
        }
        var facts =
                Map.<String, Object>of("quarters", revenues.stream().map(Rounding::two).toList());
        return slope(revenues)
                .map(yearly -> Part.known("trend", yearly, TREND, 0.15, facts))
                .orElseGet(() -> Part.missing("trend", 0.15, facts));
    }

    /// The growth per year that fits the logarithms of the quarters with revenue, from four of them
    /// on.
    static Optional<Double> slope(List<Double> quarters) {
        var n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (var x = 0; x < quarters.size(); x++) {
            if (quarters.get(x) > 0) {
                var y = Math.log(quarters.get(x));
                n++;
                sumX += x;
                sumY += y;
                sumXx += (double) x * x;
                sumXy += x * y;
            }
        }
        if (n < LEAST_QUARTERS) {
            return Optional.empty();
        }
        var slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return Optional.of(Math.exp(4 * slope) - 1);
    }
}
