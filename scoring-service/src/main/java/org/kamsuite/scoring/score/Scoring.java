package org.kamsuite.scoring.score;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.time.Ids;
import org.kamsuite.scoring.criteria.Assessment;
import org.kamsuite.scoring.criteria.Counterfactuals;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.Frame;
import org.kamsuite.scoring.criteria.Qualification;
import org.kamsuite.scoring.criteria.ReasonCode;
import org.kamsuite.scoring.criteria.RelationshipSplit;
import org.kamsuite.scoring.criteria.Rounding;
import org.kamsuite.scoring.criteria.Sensitivity;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Facts;
import org.kamsuite.scoring.facts.WhiteSpace;
import org.kamsuite.scoring.models.ScoringModels;

/// Scores a tree in a frame under a model: the verdict and the breakdown that explains it.
final class Scoring {

    private final Frame frame;
    private final ScoringModels.Version model;
    private final String cycle;

    Scoring(Frame frame, ScoringModels.Version model, String cycle) {
        this.frame = frame;
        this.model = model;
        this.cycle = cycle;
    }

    Score score(
            AccountTree tree,
            Facts.Version facts,
            Optional<WhiteSpace> whiteSpace,
            Qualification.@Nullable Box former) {
        var notScored = Assessment.notScored(tree, model.model());
        return notScored.isPresent()
                ? notScored(tree, facts, whiteSpace, notScored.get())
                : scored(tree, facts, whiteSpace, former);
    }

    private Score scored(
            AccountTree tree,
            Facts.Version facts,
            Optional<WhiteSpace> whiteSpace,
            Qualification.@Nullable Box former) {
        var assessment = Assessment.of(tree, whiteSpace, frame, model.model());
        var qualification = assessment.qualification();
        var veto = tree.top().veto();
        var verdict =
                new Verdict(
                        tree.top().accountId(),
                        tree.top().externalIds(),
                        Ids.next(),
                        Verdict.Status.SCORED,
                        null,
                        cycle,
                        frame.number(),
                        model.number(),
                        tree.asOf(),
                        facts.epoch(),
                        facts.sequence(),
                        whiteSpace.map(WhiteSpace::factsEpoch).orElse(null),
                        whiteSpace.map(WhiteSpace::factsSequence).orElse(null),
                        settled(facts, whiteSpace),
                        two(qualification.total()),
                        Rounding.two(qualification.low()),
                        Rounding.two(qualification.high()),
                        null,
                        Rounding.places(qualification.coverage(), 4),
                        qualification.strongCriteria(),
                        qualification.breadth(),
                        veto == null ? List.of() : List.of(veto),
                        assessment.flags(),
                        qualification.recommended(),
                        qualification.recommendedAsEmerging(),
                        qualification.emerging() ? Verdict.Track.EMERGING : Verdict.Track.NORMAL,
                        qualification.reasons(),
                        marks(assessment.criteria()),
                        assessment.workShare() == null
                                ? null
                                : Rounding.places(assessment.workShare(), 6),
                        two(qualification.attractiveness()),
                        two(qualification.strength()),
                        qualification.box(model.model(), former).orElse(null));
        return new Score(
                verdict,
                breakdown(assessment, snapshot(tree, whiteSpace, former)),
                tree.activeYears(),
                tree.top().name());
    }

    private Score notScored(
            AccountTree tree,
            Facts.Version facts,
            Optional<WhiteSpace> whiteSpace,
            ReasonCode reason) {
        var verdict =
                new Verdict(
                        tree.top().accountId(),
                        tree.top().externalIds(),
                        Ids.next(),
                        Verdict.Status.NOT_SCORED,
                        reason.name(),
                        cycle,
                        frame.number(),
                        model.number(),
                        tree.asOf(),
                        facts.epoch(),
                        facts.sequence(),
                        whiteSpace.map(WhiteSpace::factsEpoch).orElse(null),
                        whiteSpace.map(WhiteSpace::factsSequence).orElse(null),
                        settled(facts, whiteSpace),
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        false,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        Verdict.Track.NORMAL,
                        List.of(Qualification.Reason.of(reason)),
                        Map.of(),
                        null,
                        null,
                        null,
                        null);
        var breakdown =
                new Breakdown(
                        snapshot(tree, whiteSpace, null),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of());
        return new Score(verdict, breakdown, tree.activeYears(), tree.top().name());
    }

    /// White space must rest on the same facts or newer ones.
    private static boolean settled(Facts.Version facts, Optional<WhiteSpace> whiteSpace) {
        return whiteSpace
                .map(found ->
                        found.factsEpoch() == facts.epoch()
                                && found.factsSequence() >= facts.sequence())
                .orElse(false);
    }

    private static Map<Criterion.Code, Verdict.Mark> marks(
            Map<Criterion.Code, Criterion> criteria) {
        var marks = new EnumMap<Criterion.Code, Verdict.Mark>(Criterion.Code.class);
        criteria.forEach((code, criterion) ->
                marks.put(
                        code,
                        new Verdict.Mark(
                                two(criterion.score()), Rounding.places(criterion.coverage(), 4))));
        return marks;
    }

    /// A fingerprint of everything that the score is a function of.
    private String snapshot(
            AccountTree tree, Optional<WhiteSpace> whiteSpace, Qualification.@Nullable Box former) {
        return Fingerprint.of(
                tree,
                whiteSpace,
                frame.number(),
                model.number(),
                cycle,
                Optional.ofNullable(former));
    }

    private Breakdown breakdown(Assessment assessment, String snapshot) {
        var criteria = assessment.criteria();
        var own = model.model();
        var known =
                criteria.values().stream()
                        .filter(criterion -> criterion.score() != null)
                        .mapToDouble(criterion -> own.weight(criterion.code()))
                        .sum();
        var lines =
                criteria.values().stream()
                        .map(criterion ->
                                new Breakdown.Line(
                                        criterion.code(),
                                        two(criterion.score()),
                                        Rounding.places(criterion.coverage(), 4),
                                        own.weight(criterion.code()),
                                        contribution(criterion, known),
                                        percentile(criterion),
                                        criterion.parts(),
                                        RelationshipSplit.of(criterion).orElse(null),
                                        criterion.flags(),
                                        criterion.toCollect()))
                        .toList();
        return new Breakdown(
                snapshot,
                assessment.qualification().total(),
                lines,
                assessment.lifetimeValue().orElse(null),
                Counterfactuals.of(criteria, own),
                Rounding.places(Sensitivity.of(criteria, own, assessment.circumstances()), 3),
                lines.stream().flatMap(line -> line.toCollect().stream()).distinct().toList());
    }

    private @Nullable BigDecimal contribution(Criterion criterion, double known) {
        var score = criterion.score();
        return score == null
                ? null
                : Rounding.places(model.model().weight(criterion.code()) * score / known, 4);
    }

    private @Nullable Integer percentile(Criterion criterion) {
        var score = criterion.score();
        return score == null ? null : frame.percentile(criterion.code(), score).orElse(null);
    }

    private static @Nullable BigDecimal two(@Nullable Double value) {
        return value == null ? null : Rounding.two(value);
    }

    /// A verdict, why, and what ties are broken by.
    record Score(Verdict verdict, Breakdown breakdown, int activeYears, String name) {

        UUID account() {
            return verdict.accountId();
        }
    }
}
