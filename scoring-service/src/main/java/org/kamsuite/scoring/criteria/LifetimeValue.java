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

    /// The forward margin of a tree, where its margin or that of its segment is known.
    public static Optional<Value> value(
            AccountTree tree, Frame frame, Parameters parameters, @Nullable Double relationship) {
        var revenue = tree.annualRevenue();
        var margin = margin(tree, frame);
        if (revenue.isEmpty() || margin.isEmpty()) {
            return Optional.empty();
        }
        var shift = relationship == null ? 0 : (relationship - 50) / 50 * WIDEST_SHIFT;
        var retention =
                Math.clamp(
                        frame.retention(tree.top().sectorCode(), parameters.baseRetention())
                                + shift,
                        0.50,
                        0.98);
        var annual = revenue.get() * margin.get().rate() - tree.costToServe();
        var leaving = leavingShare(tree, revenue.get());
        var forward =
                (1 - leaving)
                        * forward(
                                annual,
                                retention,
                                parameters.discountRate(),
                                0,
                                parameters.horizonYears());
        var revenueToCome =
                (1 - leaving) * forward(revenue.get(), retention, 0, 0, parameters.horizonYears());
        return Optional.of(
                new Value(
                        forward,
                        tree.pastRevenue().doubleValue() + revenueToCome,
                        annual,
                        retention,
                        leaving,
                        margin.get()));
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

    /// The criterion; missing without any margin, zero and flagged for a negative value.
    static Criterion of(Optional<Value> value, Frame frame, Parameters parameters) {
        var median = frame.lifetimeValueMedian();
        if (value.isEmpty() || median == null || median <= 0) {
            return Criterion.of(
                    Criterion.Code.C2,
                    List.of(Part.missing("lifetimeValue", 1, Map.of())),
                    List.of());
        }
        var found = value.get();
        var known = found.margin().estimated() ? parameters.estimateCoverage() : 1;
        var part =
                Part.known(
                                "lifetimeValue",
                                Math.max(0, found.forwardMargin()) / median,
                                SCALE,
                                1,
                                facts(found, median))
                        .knownBy(known);
        var criterion = Criterion.of(Criterion.Code.C2, List.of(part), List.of());
        if (found.margin().estimated()) {
            criterion = criterion.flagged("MARGIN_ESTIMATED");
        }
        return found.forwardMargin() < 0 ? criterion.with(0, "UNPROFITABLE") : criterion;
    }

    private static Map<String, Object> facts(Value value, double median) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("forwardMargin", Rounding.two(value.forwardMargin()));
        facts.put("lifetimeRevenue", Rounding.two(value.lifetimeRevenue()));
        facts.put("annualMargin", Rounding.two(value.annualMargin()));
        facts.put("retention", Rounding.places(value.retention(), 4));
        facts.put("leavingShare", Rounding.places(value.leavingShare(), 4));
        facts.put("marginRate", Rounding.places(value.margin().rate(), 4));
        facts.put("marginBasis", value.margin().basis());
        facts.put("median", Rounding.two(median));
        return facts;
    }

    /// A gross margin and where it comes from.
    public record Margin(double rate, String basis, boolean estimated) {}

    /// Forward margin and lifetime revenue of a tree, money in the company's currency.
    public record Value(
            double forwardMargin,
            double lifetimeRevenue,
            double annualMargin,
            double retention,
            double leavingShare,
            Margin margin) {}
}
