package org.kamsuite.scoring.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C6, strong existing relationship (domain §2.6): tenure, stage, people and satisfaction; and how
/// projects ended, which is shown and counts only under a model that weighs it.
final class Relationship {

    private Relationship() {}

    static Criterion of(AccountTree tree, ScoringModel.Relationship model) {
        var parts =
                List.of(
                        tenure(tree, model),
                        stage(tree, model),
                        people(tree, model),
                        satisfaction(tree, model),
                        projects(tree, model));
        var criterion = Criterion.of(Criterion.Code.C6, parts, List.of());
        return singleThreaded(tree, model)
                ? criterion.cappedAt(model.singleThreadedCap(), Flag.SINGLE_THREADED)
                : criterion;
    }

    private static Part tenure(AccountTree tree, ScoringModel.Relationship model) {
        var weight = model.parts().getOrDefault("tenure", 0.0);
        var years = tree.activeYears();
        var facts = Map.<String, Object>of("activeYears", years);
        return years == 0
                ? Part.missing("tenure", weight, facts)
                : Part.known("tenure", years, model.tenure(), weight, facts);
    }

    private static Part stage(AccountTree tree, ScoringModel.Relationship model) {
        var weight = model.parts().getOrDefault("stage", 0.0);
        var stage = tree.top().relationshipStage();
        return stage == null || stage.observedOn().isAfter(tree.asOf())
                ? Part.missing("stage", weight, Map.of())
                : Part.known(
                        "stage",
                        model.stages().getOrDefault(stage.stage(), 0.0),
                        Anchors.PERCENT,
                        weight,
                        Map.of(
                                "stage",
                                stage.stage(),
                                "observedOn",
                                stage.observedOn().toString()));
    }

    private static Part people(AccountTree tree, ScoringModel.Relationship model) {
        var weight = model.parts().getOrDefault("people", 0.0);
        double weighted = 0;
        double influence = 0;
        var seen = new ArrayList<Fact>();
        for (var person : tree.all(Sheet::stakeholders)) {
            var coverage = model.coverage().get(person.coverage());
            var support = person.support();
            if (person.influence() >= model.leastInfluence()
                    && coverage != null
                    && (support != null || coverage == 0)
                    && isFresh(person.observedOn(), tree.asOf(), model)) {
                // Without contact the support cannot be known and does not count.
                weighted +=
                        support == null ? 0 : person.influence() * coverage * (support + 2) / 4.0;
                influence += person.influence();
                seen.add(new Fact(person.stakeholderId(), person.observedOn()));
            }
        }
        var facts = Map.<String, Object>of("stakeholders", seen);
        return seen.isEmpty()
                ? Part.missing("people", weight, facts)
                : Part.known("people", 100 * weighted / influence, Anchors.PERCENT, weight, facts);
    }

    private static Part satisfaction(AccountTree tree, ScoringModel.Relationship model) {
        var weight = model.parts().getOrDefault("satisfaction", 0.0);
        var answers =
                tree.all(Sheet::satisfaction).stream()
                        .filter(answer -> isFresh(answer.answeredOn(), tree.asOf(), model))
                        .toList();
        var facts =
                Map.<String, Object>of(
                        "answers",
                        answers.stream()
                                .map(answer -> new Fact(answer.answerId(), answer.answeredOn()))
                                .toList());
        if (answers.isEmpty()) {
            return Part.missing("satisfaction", weight, facts);
        }
        var influence = answers.stream().mapToDouble(Sheet.Satisfaction::influence).sum();
        var weighted =
                answers.stream()
                        .mapToDouble(answer -> answer.influence() * answer.score().doubleValue())
                        .sum();
        return Part.known("satisfaction", weighted / influence, Anchors.PERCENT, weight, facts);
    }

    /// The share of the delivered projects that were a success.
    private static Part projects(AccountTree tree, ScoringModel.Relationship model) {
        var weight = model.parts().getOrDefault("projects", 0.0);
        var delivered =
                tree.all(Sheet::projects).stream()
                        .filter(project -> !project.deliveredOn().isAfter(tree.asOf()))
                        .toList();
        var facts =
                Map.<String, Object>of(
                        "projects",
                        delivered.stream()
                                .map(project ->
                                        new Fact(project.projectId(), project.deliveredOn()))
                                .toList());
        if (delivered.isEmpty()) {
            return Part.missing("projects", weight, facts);
        }
        var succeeded =
                delivered.stream().filter(project -> project.outcome().equals("SUCCESS")).count();
        return Part.known(
                "projects", (double) succeeded / delivered.size(), Anchors.SHARE, weight, facts);
    }

    private static boolean isFresh(
            LocalDate observedOn, LocalDate asOf, ScoringModel.Relationship model) {
        return !observedOn.isAfter(asOf)
                && observedOn.plusMonths(model.freshMonths()).isAfter(asOf);
    }

    /// Whether a served and completely observed centre hangs on one key player whom we know well.
    private static boolean singleThreaded(AccountTree tree, ScoringModel.Relationship model) {
        var served =
                tree.all(Sheet::holdings).stream()
                        .filter(holding -> holding.isActiveOn(tree.asOf()))
                        .map(Sheet.Holding::centreId)
                        .collect(Collectors.toSet());
        return tree.all(Sheet::centres).stream()
                .filter(centre ->
                        served.contains(centre.centreId()) && centre.observationComplete())
                .anyMatch(centre -> wellKnownKeyPlayers(tree, centre, model) == 1);
    }

    private static long wellKnownKeyPlayers(
            AccountTree tree, Sheet.Centre centre, ScoringModel.Relationship model) {
        return tree.all(Sheet::stakeholders).stream()
                .filter(person -> person.centreId().equals(centre.centreId()))
                .filter(person -> person.influence() >= model.keyInfluence())
                .filter(person -> isFresh(person.observedOn(), tree.asOf(), model))
                .filter(person ->
                        model.coverage().getOrDefault(person.coverage(), 0.0) >= model.wellKnown())
                .count();
    }
}
