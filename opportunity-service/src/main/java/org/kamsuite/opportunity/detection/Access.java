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

    static Optional<Access> to(UUID centre, Sheet sheet, LocalDate asOf) {
        var all =
                sheet.stakeholders().stream()
                        .filter(person -> person.opensDoors(asOf))
                        .sorted(MOST_INFLUENTIAL)
                        .toList();
        var near = all.stream().filter(person -> person.centreId().equals(centre)).toList();
        var supporters = near.isEmpty() ? all : near;
        return Acquaintances.of(sheet, asOf)
                .cheapest(
                        supporters.stream().map(Sheet.Stakeholder::stakeholderId).toList(),
                        deciders(sheet, centre))
                .map(introduction -> by(introduction, sheet, asOf))
                .or(() ->
                        supporters.stream()
                                .findFirst()
                                .map(person -> by(person, !near.isEmpty(), sheet, asOf)));
    }

    private static Set<UUID> deciders(Sheet sheet, UUID centre) {
        return sheet.stakeholders().stream()
                .filter(person -> person.centreId().equals(centre))
                .filter(person -> person.roles().contains("DECIDER"))
                .map(Sheet.Stakeholder::stakeholderId)
                .collect(Collectors.toSet());
    }

    private static Access by(Introduction introduction, Sheet sheet, LocalDate asOf) {
        var first = introduction.first();
        var reason =
                introduction.steps() == 0
                        ? reason(ReasonCode.SUPPORTER_IN_THE_CENTRE, first, sheet, asOf, Map.of())
                        : reason(
                                ReasonCode.INTRODUCTION_TO_A_DECIDER,
                                first,
                                sheet,
                                asOf,
                                Map.of(
                                        "deciderId", introduction.last().toString(),
                                        "steps", Integer.toString(introduction.steps())));
        return new Access(first, 1, introduction.path(), reason);
    }

    private static Access by(Sheet.Stakeholder person, boolean near, Sheet sheet, LocalDate asOf) {
        var id = person.stakeholderId();
        return new Access(
                id,
                near ? 1 : 0.5,
                List.of(),
                reason(
                        near ? ReasonCode.SUPPORTER_IN_THE_CENTRE : ReasonCode.SUPPORTER_ELSEWHERE,
                        id,
                        sheet,
                        asOf,
                        Map.of()));
    }

    /// The reason names, beside the supporter, which of our managers knows that person best.
    private static Recommendation.Reason reason(
            ReasonCode code,
            UUID supporter,
            Sheet sheet,
            LocalDate asOf,
            Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("stakeholderId", supporter.toString());
        sheet.relationsOn(asOf).stream()
                .filter(relation -> relation.is("KNOWS"))
                .filter(relation -> relation.stakeholderId().equals(supporter))
                .max(Comparator.comparingInt(Sheet.Relation::weight))
                .map(Sheet.Relation::managerId)
                .ifPresent(manager -> parameters.put("managerId", manager.toString()));
        return Recommendation.Reason.of(code, Map.copyOf(parameters));
    }
}
