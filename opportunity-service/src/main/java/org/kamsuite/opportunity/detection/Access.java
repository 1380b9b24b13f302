package org.kamsuite.opportunity.detection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;

/// Who opens the door of a centre to us (domain §5.3 and §6): a supporter whom we know well.
///
/// @param part of the priority: 1 for a supporter in the centre, or one who leads to its decider in
///   two steps at most; a half for any other supporter in the account
/// @param introduction from the supporter to a decider of the centre, empty where none is known
record Access(
        UUID stakeholder, double part, List<UUID> introduction, Recommendation.Reason reason) {

    private static final Comparator<Sheet.Stakeholder> MOST_INFLUENTIAL =
            Comparator.comparingInt(Sheet.Stakeholder::influence)
                    .thenComparing(Sheet.Stakeholder::stakeholderId)
                    .reversed();

    static Optional<Access> to(UUID centre, Sheet sheet, LocalDate asOf, Rules rules) {
        var relations = sheet.relationsOn(asOf, rules);
        var all =
                sheet.stakeholders().stream()
                        .filter(person -> person.opensDoors(asOf, rules))
                        .sorted(MOST_INFLUENTIAL)
                        .toList();
        var near = all.stream().filter(person -> person.centreId().equals(centre)).toList();
        var supporters = near.isEmpty() ? all : near;
        return Acquaintances.of(sheet, relations)
                .cheapest(
                        supporters.stream().map(Sheet.Stakeholder::stakeholderId).toList(),
                        deciders(sheet, centre))
                .map(introduction -> by(introduction, relations))
                .or(() ->
                        supporters.stream()
                                .findFirst()
                                .map(person -> by(person, !near.isEmpty(), relations)));
    }

    private static Set<UUID> deciders(Sheet sheet, UUID centre) {
        return sheet.stakeholders().stream()
                .filter(person -> person.centreId().equals(centre))
                .filter(person -> person.roles().contains("DECIDER"))
                .map(Sheet.Stakeholder::stakeholderId)
                .collect(Collectors.toSet());
    }

    private static Access by(Introduction introduction, List<Sheet.Relation> relations) {
        var first = introduction.first();
        var reason =
                introduction.steps() == 0
                        ? reason(ReasonCode.SUPPORTER_IN_THE_CENTRE, first, relations, Map.of())
                        : reason(
                                ReasonCode.INTRODUCTION_TO_A_DECIDER,
                                first,
                                relations,
                                Map.of(
                                        "deciderId", introduction.last().toString(),
                                        "steps", Integer.toString(introduction.steps())));
        return new Access(first, 1, introduction.path(), reason);
    }

    private static Access by(
            Sheet.Stakeholder person, boolean near, List<Sheet.Relation> relations) {
        var id = person.stakeholderId();
        return new Access(
                id,
                near ? 1 : 0.5,
                List.of(),
                reason(
                        near ? ReasonCode.SUPPORTER_IN_THE_CENTRE : ReasonCode.SUPPORTER_ELSEWHERE,
                        id,
                        relations,
                        Map.of()));
    }

    /// The reason names, beside the supporter, which of our managers knows that person best.
    private static Recommendation.Reason reason(
            ReasonCode code,
            UUID supporter,
            List<Sheet.Relation> relations,
            Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("stakeholderId", supporter.toString());
        relations.stream()
                .filter(relation -> relation.is("KNOWS"))
                .filter(relation -> relation.stakeholderId().equals(supporter))
                .max(Comparator.comparingInt(Sheet.Relation::weight))
                .map(Sheet.Relation::managerId)
                .ifPresent(manager -> parameters.put("managerId", manager.toString()));
        return Recommendation.Reason.of(code, Map.copyOf(parameters));
    }
}
