package org.kamsuite.scoring.criteria;

import java.util.List;
import java.util.Map;
import org.kamsuite.scoring.facts.AccountTree;

/// C1, significant share of company revenue (domain §2.1): the tree's share of the trailing twelve
/// months.
final class RevenueShare {

    static final Anchors SCALE =
            Anchors.of(0, 0, 0.005, 30, 0.01, 50, 0.02, 70, 0.05, 90, 0.10, 100);

    private RevenueShare() {}

    /// The criterion; missing below three full months of history, without company revenue, and
    /// where no line could be converted.
    static Criterion of(AccountTree tree, Frame frame) {
        var revenue = tree.annualRevenue();
        var facts =
                Map.<String, Object>of(
                        "from", tree.windowStart().toString(),
                        "before", tree.windowEnd().toString(),
                        "revenue", tree.revenue(tree.windowStart(), tree.windowEnd()),
                        "recurringRevenue",
                                tree.recurringRevenue(tree.windowStart(), tree.windowEnd()),
                        "fullMonths", tree.fullMonths(),
                        "companyRevenue", Rounding.two(frame.companyRevenue()));
        var converted = tree.convertedShare();
        if (revenue.isEmpty() || converted == 0 || frame.companyRevenue() <= 0) {
            return Criterion.of(
                    Criterion.Code.C1, List.of(Part.missing("revenueShare", 1, facts)), List.of());
        }
        var share = Math.max(0, revenue.get()) / frame.companyRevenue();
        var part = Part.known("revenueShare", share, SCALE, 1, facts).knownBy(converted);
        return Criterion.of(Criterion.Code.C1, List.of(part), List.of());
    }
}
