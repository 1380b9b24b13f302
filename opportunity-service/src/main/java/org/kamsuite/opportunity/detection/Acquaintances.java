package org.kamsuite.opportunity.detection;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamsuite.opportunity.facts.Sheet;

/// Who can introduce us to whom in an account (domain §5.3): those who influence somebody, unless
/// they speak against us or the two are in conflict.
final class Acquaintances {

    /// An introduction over more people than this is none.
    static final int MOST_STEPS = 2;

    private static final Comparator<Introduction> CHEAPEST =
            Comparator.comparingDouble(Introduction::cost).thenComparingInt(Introduction::steps);

    private final Map<UUID, Map<UUID, Integer>> strengths;

    /// @param strengths 1 to 3, of who introduces to whom
    Acquaintances(Map<UUID, Map<UUID, Integer>> strengths) {
        this.strengths = strengths;
    }

    /// @param relations the oldest first
    static Acquaintances of(Sheet sheet, List<Sheet.Relation> relations) {
        var against =
                sheet.stakeholders().stream()
                        .filter(person -> person.support() != null && person.support() < 0)
                        .map(Sheet.Stakeholder::stakeholderId)
                        .collect(Collectors.toSet());
        var inConflict = inConflict(relations);
        var strengths = new HashMap<UUID, Map<UUID, Integer>>();
        for (var relation : relations) {
            var who = relation.stakeholderId();
            var whom = relation.otherStakeholderId();
            var strength = relation.strength();
            if (relation.is("INFLUENCES")
                    && whom != null
                    && strength != null
                    && !against.contains(who)
                    && !inConflict.contains(Set.of(who, whom))) {
                // The latest observation of the same two replaces those before.
                strengths.computeIfAbsent(who, _ -> new TreeMap<>()).put(whom, strength);
            }
        }
        return new Acquaintances(strengths);
    }

    private static Set<Set<UUID>> inConflict(List<Sheet.Relation> relations) {
        var pairs = new HashSet<Set<UUID>>();
        for (var relation : relations) {
            var other = relation.otherStakeholderId();
            if (relation.is("CONFLICTS_WITH") && other != null) {
                pairs.add(Set.of(relation.stakeholderId(), other));
            }
        }
        return pairs;
    }

    /// The cheapest introduction from one of some people to one of others; of equally cheap ones
    /// that with fewer steps, then that of the earlier start.
    Optional<Introduction> cheapest(Collection<UUID> from, Set<UUID> to) {
        return from.stream()
                .flatMap(start -> reached(Introduction.from(start), to, MOST_STEPS))
                .min(CHEAPEST);
    }

    private Stream<Introduction> reached(Introduction soFar, Set<UUID> to, int stepsLeft) {
        if (to.contains(soFar.last())) {
            return Stream.of(soFar);
        }
        if (stepsLeft == 0) {
            return Stream.empty();
        }
        return strengths.getOrDefault(soFar.last(), Map.of()).entrySet().stream()
                .flatMap(next ->
                        reached(soFar.then(next.getKey(), next.getValue()), to, stepsLeft - 1));
    }
}
