package org.kamsuite.scoring.criteria;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C2, high lifetime value (domain §2.2): the forward margin of the coming years against the
/// median.
public final class LifetimeValue {

    static final Anchors SCALE = Anchors.of(0, 0, 0.5, 10, 1, 25, 3, 50, 10, 80, 30, 100);
    private static final double WIDEST_SHIFT = 0.05;

    private LifetimeValue() {}

    /// The sum of m·(1+g)^(t-1)·r^t/(1+d)^t over the years 1 to `years`.
    public static double forward(
            double margin, double retention, double discount, double growth, int years) {
        var sum = 0.0;
        for (var t = 1; t <= years; t++) {
            sum += margin * Math.pow(1 + growth, t - 1) * Math.pow(retention / (1 + discount), t);
        }
        return sum;
    }

    /// The closed form of a constant margin for ever: m·r/(1+d−r) (Gupta and Lehmann).
    public static double infinite(double margin, double retention, double discount) {
        return margin * retention / (1 + discount - retention);
    }

    /// The forward revenue of a tree, and its margin where that or the segment's is known.
    public static Optional<Value> value(
            AccountTree tree, Frame frame, Parameters parameters, @Nullable Double relationship) {
        var revenue = tree.annualRevenue();
        var margin = margin(tree, frame);
        var converted = tree.convertedShare();
        if (revenue.isEmpty() || converted == 0) {
            return Optional.empty();
        }
        var shift = relationship == null ? 0 : (relationship - 50) / 50 * WIDEST_SHIFT;
        var retention =
                Math.clamp(
                        frame.retention(tree.top().sectorCode(), parameters.baseRetention())
                                + shift,
                        0.50,
                        0.98);
        var annual =
                margin.map(found -> revenue.get() * found.rate() - tree.costToServe()).orElse(null);
        var leaving = leavingShare(tree, revenue.get());
        var discounted =
                (1 - leaving)
                        * forward(
                                1,
                                retention,
                                parameters.discountRate(),
                                0,
                                parameters.horizonYears());
        var revenueToCome =
                (1 - leaving) * forward(revenue.get(), retention, 0, 0, parameters.horizonYears());
        return Optional.of(
                new Value(
                        annual == null ? null : annual * discounted,
                        revenue.get() * discounted,
                        tree.pastRevenue().doubleValue() + revenueToCome,
                        annual,
                        retention,
                        leaving,
                        converted,
                        margin.orElse(null)));
    }

    /// The part of the revenue under contracts for which notice has been given.
    private static double leavingShare(AccountTree tree, double revenue) {
        var leaving =
                tree.all(Sheet::contracts).stream()
                        .filter(contract ->
                                contract.noticeGivenOn() != null
                                        && !contract.noticeGivenOn().isAfter(tree.asOf()))
                        .map(Sheet.Contract::annualValue)
                        .filter(Objects::nonNull)
                        .mapToDouble(Number::doubleValue)
                        .sum();
        return revenue <= 0 ? 0 : Math.min(1, leaving / revenue);
    }

    private static Optional<Margin> margin(AccountTree tree, Frame frame) {
        var costed = tree.costedRevenue(tree.windowStart(), tree.windowEnd()).doubleValue();
        var revenue = tree.revenue(tree.windowStart(), tree.windowEnd()).doubleValue();
        if (costed > 0 && costed >= revenue / 2) {
            var cost = tree.cost(tree.windowStart(), tree.windowEnd()).doubleValue();
            return Optional.of(new Margin(1 - cost / costed, "INVOICED_COST", false));
        }
        var stated =
                tree.top().marginRates().stream()
                        .filter(rate -> rate.productCode() == null)
                        .filter(rate -> !rate.observedOn().isAfter(tree.asOf()))
                        .max((a, b) -> a.observedOn().compareTo(b.observedOn()));
        if (stated.isPresent()) {
            return Optional.of(
                    new Margin(stated.get().rate().doubleValue(), "STATED_MARGIN", false));
        }
        return frame.margin(tree.top().sectorCode())
                .map(rate -> new Margin(rate, "SEGMENT_MARGIN", true));
    }

    /// The criterion; zero and flagged for a negative margin, whatever the median is.
    static Criterion of(Optional<Value> value, Frame frame, Parameters parameters) {
        var measured = value.map(found -> found.measured(frame)).orElse(null);
        var median = frame.lifetimeValueMedian();
        if (value.isEmpty()
                || measured == null
                || measured > 0 && (median == null || median <= 0)) {
            return Criterion.of(
                    Criterion.Code.C2,
                    List.of(Part.missing("lifetimeValue", 1, Map.of())),
                    List.of());
        }
        var found = value.get();
        var medians = median == null || measured <= 0 ? 0 : measured / median;
        var estimated = found.isEstimated(frame);
        var part =
                Part.known("lifetimeValue", medians, SCALE, 1, facts(found, median))
                        .knownBy(
                                found.convertedShare()
                                        * (estimated ? parameters.estimateCoverage() : 1));
        var criterion = Criterion.of(Criterion.Code.C2, List.of(part), List.of());
        if (estimated) {
            criterion = criterion.flagged("MARGIN_ESTIMATED");
        }
        return found.losesMoney() ? criterion.with(0, "UNPROFITABLE") : criterion;
    }

    private static Map<String, Object> facts(Value value, @Nullable Double median) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "forwardMargin", value.forwardMargin());
        put(facts, "forwardRevenue", value.forwardRevenue());
        put(facts, "lifetimeRevenue", value.lifetimeRevenue());
        put(facts, "annualMargin", value.annualMargin());
        facts.put("retention", Rounding.places(value.retention(), 4));
        facts.put("leavingShare", Rounding.places(value.leavingShare(), 4));
        var margin = value.margin();
        if (margin != null) {
            facts.put("marginRate", Rounding.places(margin.rate(), 4));
            facts.put("marginBasis", margin.basis());
        }
        put(facts, "median", median);
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Double amount) {
        if (amount != null) {
            facts.put(name, Rounding.two(amount));
        }
    }

    /// A gross margin and where it comes from.
    public record Margin(double rate, String basis, boolean estimated) {}

    /// Forward margin, forward revenue (both discounted) and lifetime revenue of a tree, money in
    /// the company's currency; the margins are null where none is known.
    public record Value(
            @Nullable Double forwardMargin,
            double forwardRevenue,
            double lifetimeRevenue,
            @Nullable Double annualMargin,
            double retention,
            double leavingShare,
            double convertedShare,
            @Nullable Margin margin) {

        /// What is compared with the frame's median: revenue where the frame knows no margin at
        /// all, since a margin common to all cancels out.
        @Nullable Double measured(Frame frame) {
            if (losesMoney() || frame.knowsMargins()) {
                return forwardMargin;
            }
            return forwardRevenue;
        }

        boolean losesMoney() {
            return forwardMargin != null && forwardMargin < 0;
        }

        boolean isEstimated(Frame frame) {
            return margin == null || margin.estimated() || !frame.knowsMargins();
        }
    }
}
