package org.kamsuite.scoring.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C6, strong existing relationship (domain §2.6): tenure, stage, people and satisfaction.
final class Relationship {

    static final Anchors TENURE = Anchors.of(0, 0, 1, 25, 3, 55, 5, 75, 10, 100);
    private static final Anchors SCALE = Anchors.of(0, 0, 100, 100);
    private static final Map<String, Integer> STAGES =
            Map.of(
                    "EXPLORATORY", 0,
                    "BASIC", 25,
                    "COOPERATIVE", 50,
                    "INTERDEPENDENT", 75,
                    "INTEGRATED", 100);
    private static final Map<String, Double> COVERAGE =
            Map.of("NO_CONTACT", 0.0, "BRIEF", 0.33, "MULTIPLE", 0.66, "IN_DEPTH", 1.0);
    private static final int LEAST_INFLUENCE = 3;
    private static final int KEY_PLAYER = 4;
    private static final double SINGLE_THREADED_CAP = 60;

    private Relationship() {}

    static Criterion of(AccountTree tree) {
        var parts = List.of(tenure(tree), stage(tree), people(tree), satisfaction(tree));
        var criterion = Criterion.of(Criterion.Code.C6, parts, List.of());
        return singleThreaded(tree)
                ? criterion.cappedAt(SINGLE_THREADED_CAP, "SINGLE_THREADED")
                : criterion;
    }

    private static Part tenure(AccountTree tree) {
        var years = tree.activeYears();
        var facts = Map.<String, Object>of("activeYears", years);
        return years == 0
                ? Part.missing("tenure", 0.25, facts)
                : Part.known("tenure", years, TENURE, 0.25, facts);
    }

    private static Part stage(AccountTree tree) {
        var stage = tree.top().relationshipStage();
        return stage == null || stage.observedOn().isAfter(tree.asOf())
                ? Part.missing("stage", 0.25, Map.of())
                : Part.known(
                        "stage",
                        STAGES.getOrDefault(stage.stage(), 0),
                        SCALE,
                        0.25,
                        Map.of(
                                "stage",
                                stage.stage(),
                                "observedOn",
                                stage.observedOn().toString()));
    }

    private static Part people(AccountTree tree) {
        double weighted = 0;
        double influence = 0;
        var seen = 0;
        for (var person : tree.all(Sheet::stakeholders)) {
            var coverage = COVERAGE.get(person.coverage());
            var support = person.support();
            if (person.influence() >= LEAST_INFLUENCE
                    && coverage != null
                    && (support != null || coverage == 0)
                    && isFresh(person.observedOn(), tree.asOf())) {
                // Without contact the support cannot be known and does not count.
                weighted +=
                        support == null ? 0 : person.influence() * coverage * (support + 2) / 4.0;
                influence += person.influence();
                seen++;
            }
        }
        var facts = Map.<String, Object>of("stakeholders", seen);
        return seen == 0
                ? Part.missing("people", 0.25, facts)
                : Part.known("people", 100 * weighted / influence, SCALE, 0.25, facts);
    }

    private static Part satisfaction(AccountTree tree) {
        var answers =
                tree.all(Sheet::satisfaction).stream()
                        .filter(answer -> isFresh(answer.answeredOn(), tree.asOf()))
                        .toList();
        var facts =
                Map.<String, Object>of(
                        "answers", answers.stream().map(Sheet.Satisfaction::answerId).toList());
        if (answers.isEmpty()) {
            return Part.missing("satisfaction", 0.25, facts);
        }
        var influence = answers.stream().mapToDouble(Sheet.Satisfaction::influence).sum();
        var weighted =
                answers.stream()
                        .mapToDouble(answer -> answer.influence() * answer.score().doubleValue())
                        .sum();
        return Part.known("satisfaction", weighted / influence, SCALE, 0.25, facts);
    }

    private static boolean isFresh(LocalDate observedOn, LocalDate asOf) {
        return !observedOn.isAfter(asOf) && observedOn.plusMonths(12).isAfter(asOf);
    }

    /// Whether a served and completely observed centre hangs on one key player whom we know well.
    private static boolean singleThreaded(AccountTree tree) {
        var served =
                tree.all(Sheet::holdings).stream()
                        .filter(holding -> holding.isActiveOn(tree.asOf()))
                        .map(Sheet.Holding::centreId)
                        .collect(Collectors.toSet());
        return tree.all(Sheet::centres).stream()
                .filter(centre ->
                        served.contains(centre.centreId()) && centre.observationComplete())
                .anyMatch(centre -> wellKnownKeyPlayers(tree, centre) == 1);
    }

    private static long wellKnownKeyPlayers(AccountTree tree, Sheet.Centre centre) {
        return tree.all(Sheet::stakeholders).stream()
                .filter(person -> person.centreId().equals(centre.centreId()))
                .filter(person -> person.influence() >= KEY_PLAYER)
                .filter(person -> isFresh(person.observedOn(), tree.asOf()))
                .filter(person -> COVERAGE.getOrDefault(person.coverage(), 0.0) >= 0.66)
                .count();
    }
}
