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

    private static final Anchors SCALE = Anchors.of(0, 0, 100, 100);
    private static final int FRESH_MONTHS = 24;
    private static final double FAR_APART = 25;

    private Credibility() {}

    /// The criterion; it rates the account itself, not a famous parent.
    static Criterion of(AccountTree tree) {
        var flags = new ArrayList<String>();
        var parts =
                List.of(
                        part(tree, "RECOGNITION", "recognition", 0.7, flags),
                        part(tree, "REFERENCE", "referenceability", 0.3, flags));
        return Criterion.of(Criterion.Code.C5, parts, flags.stream().distinct().toList());
    }

    private static Part part(
            AccountTree tree, String kind, String measure, double weight, List<String> flags) {
        var latest = new TreeMap<String, Sheet.Evidence>();
        tree.top().evidence().stream()
                .filter(item -> item.kind().equals(kind) && !item.observedOn().isAfter(tree.asOf()))
                .sorted(Comparator.comparing(Sheet.Evidence::observedOn))
                .forEach(item -> latest.put(item.rater(), item));
        var facts =
                Map.<String, Object>of(
                        "evidence",
                        latest.values().stream().map(Sheet.Evidence::evidenceId).toList());
        if (latest.isEmpty()) {
            return Part.missing(measure, weight, facts);
        }
        var ratings =
                latest.values().stream()
                        .sorted(Comparator.comparingInt(Sheet.Evidence::value))
                        .toList();
        var lowest = ratings.getFirst();
        // As rated: two raters agree however old the evidence of one of them is.
        if (ratings.getLast().value() - lowest.value() > FAR_APART) {
            flags.add("NEEDS_REVIEW");
            return Part.known(measure, counted(lowest, tree.asOf()), SCALE, weight, facts);
        }
        var mean =
                ratings.stream()
                        .mapToDouble(item -> counted(item, tree.asOf()))
                        .average()
                        .orElseThrow();
        return Part.known(measure, mean, SCALE, weight, facts);
    }

    /// Evidence of more than 24 months counts half.
    private static double counted(Sheet.Evidence item, LocalDate asOf) {
        return item.observedOn().plusMonths(FRESH_MONTHS).isAfter(asOf)
                ? item.value()
                : item.value() / 2.0;
    }
}
