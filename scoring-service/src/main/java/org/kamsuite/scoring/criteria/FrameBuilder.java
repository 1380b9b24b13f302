package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.facts.AccountTree;

/// Sums up all trees into what a reference frame says, in two passes over them.
///
/// The first pass adds revenue, hours, margins and cohorts; the second, with those, lifetime
/// values.
public final class FrameBuilder {

    private final ScoringModel model;
    private double companyRevenue;
    private double teamHours;
    private int activeAccounts;
    private final Map<String, Sums> segments = new HashMap<>();
    private final List<Double> values = new ArrayList<>();

    public FrameBuilder(ScoringModel model) {
        this.model = model;
    }

    /// The first pass.
    public void add(AccountTree tree) {
        var revenue = tree.revenue(tree.windowStart(), tree.windowEnd()).doubleValue();
        // As accounts are measured: else a young one's share is of a smaller whole than its own.
        companyRevenue += tree.annualRevenue(model.revenueShare().leastMonths()).orElse(revenue);
        teamHours += Workload.of(tree, model.customisedService()).hours();
        activeAccounts += tree.boughtWithin(12) ? 1 : 0;
        Frame.names(tree.top().sectorCode()).forEach(name -> addTo(name, tree, revenue));
    }

    private void addTo(String segment, AccountTree tree, double revenue) {
        var sums = segments.computeIfAbsent(segment, name -> new Sums());
        if (revenue > 0) {
            Margin.known(tree)
                    .ifPresent(margin -> {
                        sums.margin += revenue * margin.rate();
                        sums.margined += revenue;
                    });
        }
        var start = tree.windowStart();
        if (tree.revenue(start.minusMonths(12), start).signum() > 0) {
            sums.cohort++;
            sums.retained += revenue > 0 ? 1 : 0;
        }
    }

    /// The second pass.
    ///
    /// @param frame what the first pass has found
    public void addValue(AccountTree tree, Frame frame) {
        if (tree.boughtWithin(12)) {
            var relationship = Relationship.of(tree, model.relationship()).score();
            LifetimeValue.value(tree, frame, model, relationship)
                    .map(value -> value.measured(frame))
                    .filter(value -> value > 0)
                    .ifPresent(values::add);
        }
    }

    /// The median of the positive lifetime values, if there is any: a multiple of a median of zero
    /// or less says nothing.
    public Optional<Double> median() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    public Frame frame(long number, String cycle, @Nullable Double median) {
        var rates = new TreeMap<String, Frame.Segment>();
        segments.forEach((name, sums) -> rates.put(name, sums.segment()));
        return new Frame(
                number, cycle, companyRevenue, teamHours, activeAccounts, median, rates, Map.of());
    }

    private static final class Sums {

        private double margin;
        private double margined;
        private int cohort;
        private int retained;

        Frame.Segment segment() {
            return new Frame.Segment(
                    margined > 0 ? margin / margined : null,
                    cohort,
                    cohort > 0 ? (double) retained / cohort : null);
        }
    }
}
