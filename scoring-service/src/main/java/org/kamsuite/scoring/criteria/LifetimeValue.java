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
    ///
    /// Revenue under contract is part of the trailing revenue that is carried forward, and is not
    /// counted a second time.
    public static Optional<Value> value(
            AccountTree tree, Frame frame, ScoringModel model, @Nullable Double relationship) {
        var revenue = tree.annualRevenue(model.revenueShare().leastMonths());
        var converted = tree.convertedShare();
        if (revenue.isEmpty() || converted == 0) {
            return Optional.empty();
        }
        var own = model.lifetimeValue();
        var margin = Margin.of(tree, frame);
        var retention = retention(tree, frame, own, relationship);
        var leaving = leaving(tree);
        var staying = 1 - share(leaving, revenue.get());
        var discounted =
                staying
                        * forward(
                                1, retention, own.discountRate(), own.growth(), own.horizonYears());
        var undiscounted = staying * forward(1, retention, 0, own.growth(), own.horizonYears());
        var annual =
                margin.map(found -> revenue.get() * found.rate() - tree.costToServe()).orElse(null);
        var forwardMargin = annual == null ? null : annual * discounted;
        return Optional.of(
                new Value(
                        forwardMargin,
                        revenue.get() * discounted,
                        tree.pastRevenue().doubleValue() + revenue.get() * undiscounted,
                        forwardMargin == null || margin.isEmpty()
                                ? null
                                : tree.pastMargin(margin.get().rate()) + forwardMargin,
                        annual,
                        retention,
                        1 - staying,
                        leaving.stream()
                                .map(contract ->
                                        new Fact(
                                                contract.contractId(),
                                                Objects.requireNonNull(contract.noticeGivenOn())))
                                .toList(),
                        converted,
                        margin.orElse(null)));
    }

    /// The segment's base rate, shifted by how strong the relationship is.
    private static double retention(
            AccountTree tree,
            Frame frame,
            ScoringModel.LifetimeValue model,
            @Nullable Double relationship) {
        var shift = relationship == null ? 0 : (relationship - 50) / 50 * model.retentionShift();
        return Math.clamp(
                frame.retention(tree.top().sectorCode(), model) + shift,
                model.leastRetention(),
                model.mostRetention());
    }

    /// The contracts for which notice has been given, unless they ended before the trailing months.
    private static List<Sheet.Contract> leaving(AccountTree tree) {
        return tree.all(Sheet::contracts).stream()
                .filter(contract ->
                        contract.noticeGivenOn() != null
                                && !contract.noticeGivenOn().isAfter(tree.asOf()))
                .filter(contract ->
                        contract.endsOn() == null
                                || contract.endsOn().isAfter(tree.windowStart().atDay(1)))
                .toList();
    }

    private static double share(List<Sheet.Contract> leaving, double revenue) {
        var value =
                leaving.stream()
                        .map(Sheet.Contract::annualValue)
                        .filter(Objects::nonNull)
                        .mapToDouble(Number::doubleValue)
                        .sum();
        return revenue <= 0 ? 0 : Math.min(1, value / revenue);
    }

    /// The criterion; zero and flagged for a negative margin, whatever the median is.
    static Criterion of(Optional<Value> value, Frame frame, ScoringModel.LifetimeValue model) {
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
                Part.known("lifetimeValue", medians, model.scale(), 1, facts(found, median))
                        .knownBy(
                                found.convertedShare()
                                        * (estimated ? model.estimateCoverage() : 1));
        var criterion = Criterion.of(Criterion.Code.C2, List.of(part), List.of());
        if (estimated) {
            criterion = criterion.flagged(Flag.MARGIN_ESTIMATED);
        }
        return found.losesMoney() ? criterion.cappedAt(0, Flag.UNPROFITABLE) : criterion;
    }

    private static Map<String, Object> facts(Value value, @Nullable Double median) {
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "forwardMargin", value.forwardMargin());
        put(facts, "forwardRevenue", value.forwardRevenue());
        put(facts, "lifetimeRevenue", value.lifetimeRevenue());
        put(facts, "lifetimeMargin", value.lifetimeMargin());
        put(facts, "annualMargin", value.annualMargin());
        facts.put("retention", Rounding.places(value.retention(), 4));
        facts.put("leavingShare", Rounding.places(value.leavingShare(), 4));
        facts.put("leavingContracts", value.leavingContracts());
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

    /// Forward margin and revenue (both discounted), and lifetime revenue and margin: the past with
    /// the coming years, revenue undiscounted. Money in the company's currency; the margins are
    /// null where none is known.
    public record Value(
            @Nullable Double forwardMargin,
            double forwardRevenue,
            double lifetimeRevenue,
            @Nullable Double lifetimeMargin,
            @Nullable Double annualMargin,
            double retention,
            double leavingShare,
            List<Fact> leavingContracts,
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
