package org.kamsuite.scoring.criteria;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C3, need for customised services (domain §2.3): the time we spend, how complex it is, what is
/// special.
///
/// It measures need, not worth: an account that earns nothing after its cost to serve counts zero.
final class CustomisedService {

    static final Anchors TIME = Anchors.of(0, 0, 0.01, 40, 0.03, 70, 0.08, 100);
    static final Anchors COMPLEXITY = Anchors.of(0, 0, 0.2, 40, 0.5, 80, 0.8, 100);
    static final Anchors TERMS = Anchors.of(0, 0, 1, 40, 3, 80, 5, 100);
    private static final int ONBOARDING_MONTHS = 3;
    private static final int CRISIS = 3;

    private CustomisedService() {}

    /// The rate of requests that are not standard, with Laplace's correction.
    static double complexRate(int complex, int all) {
        return (complex + 1.0) / (all + 2.0);
    }

    static Criterion of(
            AccountTree tree,
            Frame frame,
            Parameters parameters,
            @Nullable Double share,
            Optional<LifetimeValue.Value> value) {
        var requests =
                tree.all(Sheet::requests).stream()
                        .filter(month -> inWindow(tree, month.month()))
                        .toList();
        var hours = hours(tree);
        var time = time(tree, frame, parameters, hours, requests);
        var parts = List.of(time, complexity(requests), terms(tree, hours, requests));
        var criterion = Criterion.of(Criterion.Code.C3, parts, List.of());
        var timeShare = time.value();
        if (timeShare != null && share != null && timeShare > 1.5 * share) {
            criterion = criterion.flagged("OVER_SERVED");
        }
        var earns = value.map(LifetimeValue.Value::annualMargin).map(m -> m > 0).orElse(true);
        return earns || criterion.score() == null
                ? criterion
                : criterion.with(0, "DEMANDING_UNPROFITABLE");
    }

    /// The hours of the window by month: without onboarding, a crisis capped at three times the
    /// median.
    static Optional<Double> hours(AccountTree tree) {
        var onboarded =
                tree.firstPurchase()
                        .map(day -> YearMonth.from(day).plusMonths(ONBOARDING_MONTHS))
                        .orElse(YearMonth.of(1, 1));
        var months = new TreeMap<YearMonth, Double>();
        for (var effort : tree.all(Sheet::effort)) {
            if (inWindow(tree, effort.month()) && !effort.month().isBefore(onboarded)) {
                months.merge(effort.month(), effort.hours().doubleValue(), Double::sum);
            }
        }
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var sorted = months.values().stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Optional.of(
                months.values().stream()
                        .mapToDouble(hours -> Math.min(hours, CRISIS * median))
                        .sum());
    }

    private static boolean inWindow(AccountTree tree, YearMonth month) {
        return !month.isBefore(tree.windowStart()) && month.isBefore(tree.windowEnd());
    }

    private static Part time(
            AccountTree tree,
            Frame frame,
            Parameters parameters,
            Optional<Double> tracked,
            List<Sheet.Requests> requests) {
        var estimated =
                requests.stream()
                        .mapToDouble(month ->
                                month.standard() * parameters.standardHours()
                                        + month.complex() * parameters.complexHours()
                                        + month.bespoke() * parameters.bespokeHours())
                        .sum();
        var hours = tracked.orElse(estimated);
        var facts =
                Map.<String, Object>of(
                        "hours", Rounding.two(hours),
                        "teamHours", Rounding.two(frame.teamHours()),
                        "tracked", tracked.isPresent(),
                        "from", tree.windowStart().toString(),
                        "before", tree.windowEnd().toString());
        if (frame.teamHours() <= 0 || tracked.isEmpty() && requests.isEmpty()) {
            return Part.missing("timeShare", 0.50, facts);
        }
        var part = Part.known("timeShare", hours / frame.teamHours(), TIME, 0.50, facts);
        return tracked.isPresent() ? part : part.knownBy(parameters.estimateCoverage());
    }

    private static Part complexity(List<Sheet.Requests> requests) {
        var special = requests.stream().mapToInt(month -> month.complex() + month.bespoke()).sum();
        var all = special + requests.stream().mapToInt(Sheet.Requests::standard).sum();
        var facts = Map.<String, Object>of("requests", all, "complexOrBespoke", special);
        return all == 0
                ? Part.missing("complexRate", 0.35, facts)
                : Part.known("complexRate", complexRate(special, all), COMPLEXITY, 0.35, facts);
    }

    /// No term at all says something only about an account whose service we know otherwise.
    private static Part terms(
            AccountTree tree, Optional<Double> hours, List<Sheet.Requests> requests) {
        var active =
                tree.all(Sheet::bespokeTerms).stream()
                        .filter(term -> !term.agreedOn().isAfter(tree.asOf()))
                        .filter(term -> term.endsOn() == null || term.endsOn().isAfter(tree.asOf()))
                        .map(Sheet.BespokeTerm::termId)
                        .toList();
        var facts = Map.<String, Object>of("terms", active);
        return active.isEmpty() && hours.isEmpty() && requests.isEmpty()
                ? Part.missing("bespokeCount", 0.15, facts)
                : Part.known("bespokeCount", active.size(), TERMS, 0.15, facts);
    }
}
