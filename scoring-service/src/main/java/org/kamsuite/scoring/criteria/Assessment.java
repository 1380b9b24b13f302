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
        Qualification qualification,
        Optional<LifetimeValue.Value> lifetimeValue,
        @Nullable Double workShare,
        List<String> flags) {

    private static final int ACTIVE_MONTHS = 24;

    /// Why a tree is not scored, if it is not.
    public static Optional<String> notScored(AccountTree tree) {
        if (tree.lastPurchase().isEmpty()) {
            return Optional.of("NO_REVENUE");
        }
        return tree.boughtWithin(ACTIVE_MONTHS) ? Optional.empty() : Optional.of("INACTIVE");
    }

    public static Assessment of(
            AccountTree tree, Optional<WhiteSpace> whiteSpace, Frame frame, Parameters parameters) {
        var c1 = RevenueShare.of(tree, frame);
        var c6 = Relationship.of(tree);
        var value = LifetimeValue.value(tree, frame, parameters, c6.score());
        var share = c1.parts().getFirst().value();
        var c3 = CustomisedService.of(tree, frame, parameters, share, value);
        var criteria = new EnumMap<Criterion.Code, Criterion>(Criterion.Code.class);
        for (var criterion :
                List.of(
                        c1,
                        LifetimeValue.of(value, frame, parameters),
                        c3,
                        GrowthPotential.of(tree, whiteSpace),
                        Credibility.of(tree),
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
                Qualification.of(criteria, parameters, circumstances),
                value,
                c3.parts().getFirst().value(),
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
