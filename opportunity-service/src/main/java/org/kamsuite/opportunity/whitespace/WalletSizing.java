package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Peers;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// Sizes the wallets of cells, by the first basis that is there and never below what is spent with
/// us, and what is left of them (domain §4.5).
final class WalletSizing {

    private final Map<CellKey, WalletEstimate> statements;
    private final Map<String, Product> products;
    private final Map<UUID, Peers> peers;
    private final Rules rules;
    private final LocalDate asOf;

    WalletSizing(
            Map<CellKey, WalletEstimate> statements,
            Map<String, Product> products,
            Map<UUID, Peers> peers,
            Rules rules,
            LocalDate asOf) {
        this.statements = statements;
        this.products = products;
        this.peers = peers;
        this.rules = rules;
        this.asOf = asOf;
    }

    /// The wallet of a cell in money a year; null where nothing sizes it, or its column counts
    /// units.
    @Nullable WalletEstimate wallet(
            Sheet sheet, Product product, CellKey key, BigDecimal current, List<String> upgrades) {
        if (product.valueMode() == Product.ValueMode.UNITS) {
            return null;
        }
        return Optional.ofNullable(statements.get(key))
                .or(() ->
                        ofAccount(sheet, product)
                                .map(wallet -> wallet.dividedBy(centresFor(sheet, product))))
                .or(() -> byUpgrade(product, current, upgrades))
                .map(wallet -> wallet.atLeast(current))
                .orElse(null);
    }

    /// The units that a cell may have, no fewer than it has; null where nothing says, or its column
    /// counts money.
    @Nullable BigDecimal units(Sheet sheet, Product product, @Nullable BigDecimal quantity) {
        if (product.valueMode() == Product.ValueMode.MONEY) {
            return null;
        }
        var held = quantity == null ? BigDecimal.ZERO : quantity;
        return peers.getOrDefault(sheet.accountId(), Peers.NONE)
                .usualQuantity(product.productCode(), sheet.headcount())
                .or(() -> Optional.ofNullable(product.expectedUnits()))
                .map(units ->
                        units.divide(
                                        BigDecimal.valueOf(centresFor(sheet, product)),
                                        4,
                                        RoundingMode.HALF_UP)
                                .max(held))
                .orElse(null);
    }

    private Optional<WalletEstimate> ofAccount(Sheet sheet, Product product) {
        return peers.getOrDefault(sheet.accountId(), Peers.NONE)
                .wallet(product.productCode(), sheet.headcount(), sheet.customerRevenue())
                .or(() -> byListPrice(product));
    }

    private Optional<WalletEstimate> byListPrice(Product product) {
        var price = product.listPrice();
        var units = product.expectedUnits();
        return price == null || units == null
                ? Optional.empty()
                : Optional.of(listed(price.multiply(units)));
    }

    /// What is held now, at the price of the dearest edition it can be raised to.
    private Optional<WalletEstimate> byUpgrade(
            Product product, BigDecimal current, List<String> upgrades) {
        var price = product.listPrice();
        if (price == null || price.signum() == 0) {
            return Optional.empty();
        }
        return upgrades.stream()
                .map(products::get)
                .filter(Objects::nonNull)
                .map(Product::listPrice)
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .map(higher ->
                        listed(current.multiply(higher).divide(price, 4, RoundingMode.HALF_UP)));
    }

    private WalletEstimate listed(BigDecimal amount) {
        return WalletEstimate.of(amount, WalletEstimate.Basis.LIST_PRICE, asOf);
    }

    /// The wallet of an account is split evenly over the centres that may decide on the product.
    private static int centresFor(Sheet sheet, Product product) {
        return Math.max(
                1,
                Math.toIntExact(
                        sheet.centres().stream()
                                .filter(centre -> centre.decidesOn(product.familyCode()))
                                .count()));
    }

    /// What could still be earned, but for what a rival's contract locks beyond the horizon; null
    /// where the cell is no white space or is not sized.
    @Nullable BigDecimal whiteSpace(
            CellState state,
            @Nullable WalletEstimate wallet,
            BigDecimal current,
            Optional<Observation> observation) {
        if (wallet == null || !state.isWhiteSpace()) {
            return null;
        }
        var open = wallet.mid().subtract(current).max(BigDecimal.ZERO);
        return observation
                .filter(found -> state == CellState.RIVAL_HELD && isLocked(found))
                .map(found ->
                        found.rivalValue() == null
                                ? BigDecimal.ZERO
                                : open.subtract(found.rivalValue()).max(BigDecimal.ZERO))
                .orElse(open)
                .setScale(4, RoundingMode.HALF_UP);
    }

    /// What is left of the units; none while a rival holds the cell beyond the horizon.
    @Nullable BigDecimal whiteSpaceUnits(
            CellState state,
            @Nullable BigDecimal units,
            @Nullable BigDecimal quantity,
            Optional<Observation> observation) {
        if (units == null || !state.isWhiteSpace()) {
            return null;
        }
        var locked =
                state == CellState.RIVAL_HELD && observation.filter(this::isLocked).isPresent();
        if (locked) {
            return BigDecimal.ZERO.setScale(4);
        }
        return quantity == null ? units : units.subtract(quantity);
    }

    private boolean isLocked(Observation observation) {
        var renewal = observation.rivalRenewalOn();
        return renewal != null && renewal.isAfter(asOf.plusMonths(rules.lockMonths()));
    }
}
