package org.kamsuite.scoring.criteria;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C3, need for customised services (domain §2.3): the time we spend, how complex it is, what is
/// special.
///
/// It measures need, not worth: an account that earns nothing after its cost to serve counts zero.
final class CustomisedService {

    static final String TIME = "timeShare";
    private static final String COMPLEXITY = "complexRate";
    private static final String TERMS = "bespokeCount";

    private CustomisedService() {}

    /// The rate of requests that are not standard, with Laplace's correction.
    static double complexRate(int complex, int all) {
        return (complex + 1.0) / (all + 2.0);
    }

    static Criterion of(
            AccountTree tree,
            Frame frame,
            ScoringModel.CustomisedService model,
            @Nullable Double share,
            Optional<LifetimeValue.Value> value) {
        var effort = Workload.of(tree, model);
        var requests = Workload.requests(tree);
        var parts =
                List.of(
                        time(tree, frame, model, effort),
                        complexity(requests, model),
                        terms(tree, model, effort.isKnown() || !requests.isEmpty()));
        var criterion = Criterion.of(Criterion.Code.C3, parts, List.of());
        var timeShare = criterion.value(TIME);
        if (timeShare != null && share != null && timeShare > model.overServedMultiple() * share) {
            criterion = criterion.flagged(Flag.OVER_SERVED);
        }
        var earns = value.map(LifetimeValue.Value::annualMargin).map(m -> m > 0).orElse(true);
        return earns || criterion.score() == null
                ? criterion
                : criterion.cappedAt(0, Flag.DEMANDING_UNPROFITABLE);
    }

    private static Part time(
            AccountTree tree, Frame frame, ScoringModel.CustomisedService model, Workload effort) {
        var weight = model.parts().getOrDefault(TIME, 0.0);
        var hours = effort.usualHours(tree, model);
        var facts =
                Map.<String, Object>of(
                        "hours", Rounding.two(hours.orElse(0.0)),
                        "hoursByMonth", effort.hoursByMonth(),
                        "teamHours", Rounding.two(frame.teamHours()),
                        "tracked", effort.tracked(),
                        "from", tree.windowStart().toString(),
                        "before", tree.windowEnd().toString());
        if (frame.teamHours() <= 0 || hours.isEmpty()) {
            return Part.missing(TIME, weight, facts);
        }
        var part =
                Part.known(TIME, hours.get() / frame.teamHours(), model.timeShare(), weight, facts);
        return effort.tracked() ? part : part.knownBy(model.estimateCoverage());
    }

    private static Part complexity(
            List<Sheet.Requests> requests, ScoringModel.CustomisedService model) {
        var weight = model.parts().getOrDefault(COMPLEXITY, 0.0);
        var special = requests.stream().mapToInt(month -> month.complex() + month.bespoke()).sum();
        var all = special + requests.stream().mapToInt(Sheet.Requests::standard).sum();
        var facts = Map.<String, Object>of("requests", all, "complexOrBespoke", special);
        return all == 0
                ? Part.missing(COMPLEXITY, weight, facts)
                : Part.known(
                        COMPLEXITY, complexRate(special, all), model.complexRate(), weight, facts);
    }

    /// No term at all says something only about an account whose service we know otherwise.
    private static Part terms(
            AccountTree tree, ScoringModel.CustomisedService model, boolean serviceIsKnown) {
        var weight = model.parts().getOrDefault(TERMS, 0.0);
        var active =
                tree.all(Sheet::bespokeTerms).stream()
                        .filter(term -> !term.agreedOn().isAfter(tree.asOf()))
                        .filter(term -> term.endsOn() == null || term.endsOn().isAfter(tree.asOf()))
                        .map(term -> new Fact(term.termId(), term.agreedOn()))
                        .toList();
        var facts = Map.<String, Object>of("terms", active);
        return active.isEmpty() && !serviceIsKnown
                ? Part.missing(TERMS, weight, facts)
                : Part.known(TERMS, active.size(), model.bespokeCount(), weight, facts);
    }
}
