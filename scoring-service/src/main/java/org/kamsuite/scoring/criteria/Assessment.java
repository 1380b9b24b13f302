package org.kamsuite.scoring.criteria;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;
import org.kamsuite.scoring.facts.WhiteSpace;

/// The six criteria of a tree at a day, and its qualification: a pure function of what it is given.
public record Assessment(
        Map<Criterion.Code, Criterion> criteria,
        Qualification.Circumstances circumstances,
        Qualification qualification,
        Optional<LifetimeValue.Value> lifetimeValue,
        @Nullable Double workShare,
        List<String> flags) {

    /// Why a tree is not scored, if it is not.
    public static Optional<ReasonCode> notScored(AccountTree tree, ScoringModel model) {
        if (tree.lastPurchase().isEmpty()) {
            return Optional.of(ReasonCode.NO_REVENUE);
        }
        return tree.boughtWithin(model.activeMonths())
                ? Optional.empty()
                : Optional.of(ReasonCode.INACTIVE);
    }

    public static Assessment of(
            AccountTree tree, Optional<WhiteSpace> whiteSpace, Frame frame, ScoringModel model) {
        var c1 = RevenueShare.of(tree, frame, model.revenueShare());
        var c6 = Relationship.of(tree, model.relationship());
        var value = LifetimeValue.value(tree, frame, model, c6.score());
        var c3 =
                CustomisedService.of(
                        tree,
                        frame,
                        model.customisedService(),
                        c1.value(RevenueShare.SHARE),
                        value);
        var criteria = new EnumMap<Criterion.Code, Criterion>(Criterion.Code.class);
        for (var criterion :
                List.of(
                        c1,
                        LifetimeValue.of(value, frame, model.lifetimeValue()),
                        c3,
                        GrowthPotential.of(tree, whiteSpace, model.growthPotential()),
                        Credibility.of(tree, model.credibility()),
                        c6)) {
            criteria.put(criterion.code(), criterion);
        }
        var veto = tree.top().veto();
        var circumstances =
                new Qualification.Circumstances(
                        whiteSpace
                                .map(WhiteSpace::walletShare)
                                .map(Number::doubleValue)
                                .orElse(null),
                        deliveredProjects(tree),
                        tree.top().strategicNote(),
                        veto == null ? List.of() : List.of(veto));
        var flags = new ArrayList<String>();
        criteria.values().forEach(criterion -> flags.addAll(criterion.flags()));
        return new Assessment(
                criteria,
                circumstances,
                Qualification.of(criteria, model, circumstances),
                value,
                c3.value(CustomisedService.TIME),
                flags.stream().distinct().toList());
    }

    /// The projects delivered by the day; without any project on record their number is unknown.
    static @Nullable Integer deliveredProjects(AccountTree tree) {
        var projects = tree.all(Sheet::projects);
        return projects.isEmpty()
                ? null
                : (int)
                        projects.stream()
                                .filter(project -> !project.deliveredOn().isAfter(tree.asOf()))
                                .count();
    }
}
