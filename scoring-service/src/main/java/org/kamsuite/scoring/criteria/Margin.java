package org.kamsuite.scoring.criteria;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// A gross margin, 0..1, and where it comes from.
///
/// @param basis `INVOICED_COST`, `STATED_MARGIN` of the account, `PRODUCT_MARGIN` of what it buys,
///   or `SEGMENT_MARGIN`
public record Margin(
        double rate,
        @Schema(
                        description = "Where it comes from",
                        enumeration = {
                            "INVOICED_COST",
                            "STATED_MARGIN",
                            "PRODUCT_MARGIN",
                            "SEGMENT_MARGIN"
                        })
                String basis,
        boolean estimated) {

    /// The margin of the account, else of its products, else of its segment.
    static Optional<Margin> of(AccountTree tree, Frame frame) {
        return known(tree)
                .or(() ->
                        frame.margin(tree.top().sectorCode())
                                .map(rate -> new Margin(rate, "SEGMENT_MARGIN", true)));
    }

    /// The margin of the account, else of its products; costs and products where they are known of
    /// half the revenue at least.
    static Optional<Margin> known(AccountTree tree) {
        return invoiced(tree).or(() -> stated(tree)).or(() -> ofProducts(tree));
    }

    private static Optional<Margin> invoiced(AccountTree tree) {
        var costed = tree.costedRevenue(tree.windowStart(), tree.windowEnd()).doubleValue();
        if (costed <= 0 || costed < revenue(tree) / 2) {
            return Optional.empty();
        }
        var cost = tree.cost(tree.windowStart(), tree.windowEnd()).doubleValue();
        return Optional.of(new Margin(1 - cost / costed, "INVOICED_COST", false));
    }

    private static double revenue(AccountTree tree) {
        return tree.revenue(tree.windowStart(), tree.windowEnd()).doubleValue();
    }

    private static Optional<Margin> stated(AccountTree tree) {
        return tree.top().marginRates().stream()
                .filter(rate -> rate.productCode() == null)
                .filter(rate -> !rate.observedOn().isAfter(tree.asOf()))
                .max(Comparator.comparing(Sheet.MarginRate::observedOn))
                .map(rate -> new Margin(rate.rate().doubleValue(), "STATED_MARGIN", false));
    }

    private static Optional<Margin> ofProducts(AccountTree tree) {
        var rates = new HashMap<String, Double>();
        tree.all(Sheet::marginRates).stream()
                .filter(rate -> rate.productCode() != null)
                .filter(rate -> !rate.observedOn().isAfter(tree.asOf()))
                .sorted(Comparator.comparing(Sheet.MarginRate::observedOn))
                .forEach(rate ->
                        rates.put(
                                Objects.requireNonNull(rate.productCode()),
                                rate.rate().doubleValue()));
        var known = 0.0;
        var margin = 0.0;
        for (var product : tree.revenueByProduct().entrySet()) {
            var rate = rates.get(product.getKey());
            if (rate != null) {
                known += product.getValue();
                margin += product.getValue() * rate;
            }
        }
        return known > 0 && known >= revenue(tree) / 2
                ? Optional.of(new Margin(margin / known, "PRODUCT_MARGIN", false))
                : Optional.empty();
    }
}
