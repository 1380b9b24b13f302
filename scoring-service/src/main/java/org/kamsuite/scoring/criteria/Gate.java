package org.kamsuite.scoring.criteria;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a recommendation takes besides the weighted sums (domain §2.8).
///
/// @param strong the criteria that are strong by themselves
/// @param emerging whether the account is on the emerging track
record Gate(
        ScoringModel.Gate thresholds,
        Set<Criterion.Code> strong,
        boolean emerging,
        boolean vetoed) {

    private static final Set<Criterion.Code> SIZE =
            EnumSet.of(Criterion.Code.C1, Criterion.Code.C2);

    static Gate of(
            Map<Criterion.Code, Criterion> criteria,
            ScoringModel model,
            Qualification.Circumstances circumstances) {
        return new Gate(
                model.gate(),
                criteria.values().stream()
                        .filter(criterion -> criterion.atLeast(model.gate().strongCriterion()))
                        .map(Criterion::code)
                        .collect(Collectors.toUnmodifiableSet()),
                isEmerging(criteria, model.emerging(), circumstances),
                !circumstances.vetoes().isEmpty());
    }

    private static boolean isEmerging(
            Map<Criterion.Code, Criterion> criteria,
            ScoringModel.Emerging model,
            Qualification.Circumstances circumstances) {
        var projects = circumstances.deliveredProjects();
        var revenue = criteria.get(Criterion.Code.C1);
        var small =
                revenue == null
                        || revenue.score() == null
                        || !revenue.atLeast(model.lowRevenue())
                        || projects != null && projects <= model.fewProjects();
        var growth = criteria.get(Criterion.Code.C4);
        var credibility = criteria.get(Criterion.Code.C5);
        return small
                && growth != null
                && growth.atLeast(model.leastGrowth())
                && (circumstances.strategicNote()
                        || credibility != null && credibility.atLeast(model.leastCredibility()));
    }

    /// Enough strong criteria, and not only size: revenue share and lifetime value.
    boolean breadth() {
        return strong.size() >= thresholds.leastStrongCriteria() && !SIZE.containsAll(strong);
    }

    Decision decide(Sums sums) {
        var open = !vetoed && sums.isCovered(thresholds.leastCoverage());
        return new Decision(
                open && breadth() && sums.reaches(thresholds.entryThreshold()), open && emerging);
    }

    /// On which track an account is recommended, if on any.
    record Decision(boolean recommended, boolean recommendedAsEmerging) {}
}
