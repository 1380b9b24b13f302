package org.kamsuite.scoring.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// C5, industry credibility (domain §2.5): recognition in the sector, and value as a reference.
final class Credibility {

    private Credibility() {}

    /// The criterion; it rates the account itself, not a famous parent.
    static Criterion of(AccountTree tree, ScoringModel.Credibility model) {
        var flags = new ArrayList<String>();
        var parts =
                List.of(
                        part(tree, "RECOGNITION", "recognition", model, flags),
                        part(tree, "REFERENCE", "referenceability", model, flags));
        return Criterion.of(Criterion.Code.C5, parts, flags.stream().distinct().toList());
    }

    private static Part part(
            AccountTree tree,
            String kind,
            String measure,
            ScoringModel.Credibility model,
            List<String> flags) {
        var weight = model.parts().getOrDefault(measure, 0.0);
        var latest = new TreeMap<String, Sheet.Evidence>();
        tree.top().evidence().stream()
                .filter(item -> item.kind().equals(kind) && !item.observedOn().isAfter(tree.asOf()))
                .sorted(Comparator.comparing(Sheet.Evidence::observedOn))
                .forEach(item -> latest.put(item.rater(), item));
        var facts =
                Map.<String, Object>of(
                        "evidence",
                        latest.values().stream()
                                .map(item ->
                                        new EvidenceFact(
                                                item.evidenceId(), item.observedOn(), item.type()))
                                .toList());
        if (latest.isEmpty()) {
            return Part.missing(measure, weight, facts);
        }
        var ratings =
                latest.values().stream()
                        .sorted(Comparator.comparingInt(Sheet.Evidence::value))
                        .toList();
        var lowest = ratings.getFirst();
        // As rated: two raters agree however old the evidence of one of them is.
        if (ratings.getLast().value() - lowest.value() > model.farApart()) {
            flags.add(Flag.NEEDS_REVIEW.name());
            return Part.known(
                    measure, counted(lowest, tree.asOf(), model), Anchors.PERCENT, weight, facts);
        }
        var mean =
                ratings.stream()
                        .mapToDouble(item -> counted(item, tree.asOf(), model))
                        .average()
                        .orElseThrow();
        return Part.known(measure, mean, Anchors.PERCENT, weight, facts);
    }

    /// Old evidence counts in part only.
    private static double counted(
            Sheet.Evidence item, LocalDate asOf, ScoringModel.Credibility model) {
        return item.observedOn().plusMonths(model.freshMonths()).isAfter(asOf)
                ? item.value()
                : item.value() * model.staleShare();
    }
}
