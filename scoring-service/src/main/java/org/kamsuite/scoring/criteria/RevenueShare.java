package org.kamsuite.scoring.criteria;

import java.util.List;
import java.util.Map;
import org.kamsuite.scoring.facts.AccountTree;

/// C1, significant share of company revenue (domain §2.1): the tree's share of the trailing twelve
/// months, and how many equal slices that is. The model says which of the two counts.
final class RevenueShare {

    static final String SHARE = "revenueShare";
    static final String MULTIPLE = "multiple";

    private RevenueShare() {}

    /// The criterion; missing below the least full months of history, without company revenue, and
    /// where no line could be converted.
    static Criterion of(AccountTree tree, Frame frame, ScoringModel.RevenueShare model) {
        var revenue = tree.annualRevenue(model.leastMonths());
        var facts =
                Map.<String, Object>of(
                        "from", tree.windowStart().toString(),
                        "before", tree.windowEnd().toString(),
                        "revenue", tree.revenue(tree.windowStart(), tree.windowEnd()),
                        "recurringRevenue",
                                tree.recurringRevenue(tree.windowStart(), tree.windowEnd()),
                        "fullMonths", tree.fullMonths(),
                        "companyRevenue", Rounding.two(frame.companyRevenue()));
        var slices = Map.<String, Object>of("activeAccounts", frame.activeAccounts());
        var converted = tree.convertedShare();
        var parts =
                revenue.isEmpty() || converted == 0 || frame.companyRevenue() <= 0
                        ? List.of(
                                Part.missing(SHARE, weight(SHARE, model), facts),
                                Part.missing(MULTIPLE, weight(MULTIPLE, model), slices))
                        : parts(
                                        Math.max(0, revenue.get()) / frame.companyRevenue(),
                                        frame,
                                        model,
                                        facts,
                                        slices)
                                .stream()
                                .map(part -> part.knownBy(converted))
                                .toList();
        return Criterion.of(Criterion.Code.C1, parts, List.of());
    }

    private static List<Part> parts(
            double share,
            Frame frame,
            ScoringModel.RevenueShare model,
            Map<String, Object> facts,
            Map<String, Object> slices) {
        return List.of(
                Part.known(SHARE, share, model.share(), weight(SHARE, model), facts),
                Part.known(
                        MULTIPLE,
                        share * frame.activeAccounts(),
                        model.multiple(),
                        weight(MULTIPLE, model),
                        slices));
    }

    private static double weight(String measure, ScoringModel.RevenueShare model) {
        return model.measure().equals(measure) ? 1 : 0;
    }
}
