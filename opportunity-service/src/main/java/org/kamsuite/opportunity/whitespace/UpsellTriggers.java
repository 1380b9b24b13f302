package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.wallet.Peers;

/// Whether what a centre holds could be better or more (domain §6).
final class UpsellTriggers {

    private static final BigDecimal FULL = new BigDecimal("0.90");

    private final Map<String, Product> products;
    private final Map<UUID, Peers> peers;
    private final PendingWins wins;
    private final LocalDate asOf;

    UpsellTriggers(
            Map<String, Product> products,
            Map<UUID, Peers> peers,
            PendingWins wins,
            LocalDate asOf) {
        this.products = products;
        this.peers = peers;
        this.wins = wins;
        this.asOf = asOf;
    }

    /// What the centre holds of a product on the day.
    List<Sheet.Holding> held(Sheet sheet, CellKey key) {
        return sheet.holdings().stream()
                .filter(holding -> holding.centreId().equals(key.centreId()))
                .filter(holding -> holding.productCode().equals(key.productCode()))
                .filter(holding -> sheet.isActiveOn(holding, asOf))
                .toList();
    }

    /// The editions that what the centre holds can be raised to.
    List<String> upgrades(Sheet sheet, Sheet.Centre centre, Product product) {
        return product.upgrades(asOf).stream()
                .filter(code -> {
                    var target = products.get(code);
                    return target != null
                            && target.isOffered()
                            && held(sheet, new CellKey(centre.centreId(), code)).isEmpty()
                            && wins.of(sheet, new CellKey(centre.centreId(), code)).isEmpty();
                })
                .toList();
    }

    /// Used almost to the full, or less in the whole account than peers of that size usually have.
    boolean volume(Sheet sheet, Product product, List<Sheet.Holding> held) {
        var full =
                held.stream()
                        .map(Sheet.Holding::utilisation)
                        .filter(Objects::nonNull)
                        .anyMatch(utilisation -> utilisation.compareTo(FULL) >= 0);
        var quantity = quantity(heldAnywhere(sheet, product));
        var usual =
                peers.getOrDefault(sheet.accountId(), Peers.NONE)
                        .usualQuantity(product.productCode(), sheet.headcount());
        return product.isOffered()
                && (full
                        || quantity != null
                                && quantity(held) != null
                                && usual.filter(median -> quantity.compareTo(median) < 0)
                                        .isPresent());
    }

    private List<Sheet.Holding> heldAnywhere(Sheet sheet, Product product) {
        return sheet.holdings().stream()
                .filter(holding -> holding.productCode().equals(product.productCode()))
                .filter(holding -> sheet.isActiveOn(holding, asOf))
                .toList();
    }

    /// How much is held; null where no quantity is known.
    static @Nullable BigDecimal quantity(List<Sheet.Holding> held) {
        return held.stream()
                .map(Sheet.Holding::quantity)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
