package org.kamsuite.opportunity.whitespace;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Peers;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// Computes the cells of a tree from facts alone (domain §4); nothing of it is stored.
public final class MatrixBuilder {

    private final List<Sheet> tree;
    private final Map<String, Product> products;
    private final Map<CellKey, Observation> observations = new HashMap<>();
    private final WalletSizing sizing;
    private final PendingWins wins;
    private final UpsellTriggers triggers;
    private final List<Engagement> engagements;
    private final Map<CellKey, List<Engagement>> engaged;
    private final Set<CellKey> recommended;
    private final Map<UUID, Peers> peers;
    private final Rules rules;
    private final LocalDate asOf;

    public MatrixBuilder(
            List<Sheet> tree,
            Map<String, Product> products,
            Findings findings,
            List<Engagement> engagements,
            Set<CellKey> recommended,
            Map<UUID, Peers> peers,
            Rules rules,
            LocalDate asOf) {
        this.tree = tree;
        this.products = products;
        this.engagements = engagements;
        this.recommended = recommended;
        this.peers = peers;
        this.rules = rules;
        this.asOf = asOf;
        findings.observations().stream()
                .filter(observation -> !observation.observedOn().isAfter(asOf))
                .sorted(Comparator.comparing(Observation::observedOn))
                .forEach(observation ->
                        observations.put(
                                new CellKey(observation.centreId(), observation.productCode()),
                                observation));
        this.sizing = new WalletSizing(findings.statements(), products, peers, rules, asOf);
        this.wins = new PendingWins(engagements, asOf);
        this.triggers = new UpsellTriggers(products, peers, wins, asOf);
        this.engaged =
                engagements.stream()
                        .collect(groupingBy(e -> new CellKey(e.centreId(), e.productCode())));
    }

    public Matrix build() {
        var cells = new ArrayList<Cell>();
        for (var sheet : tree) {
            var replaced = wins.replaced(sheet);
            for (var centre : sheet.centres()) {
                for (var product : products.values()) {
                    cell(sheet, centre, product, replaced).ifPresent(cells::add);
                }
            }
        }
        var unknown =
                tree.stream()
                        .flatMap(sheet -> UnknownProduct.of(sheet, products.keySet(), asOf))
                        .toList();
        return new Matrix(tree, asOf, cells, unknown, engagements);
    }

    /// The cell, unless it is a product that is no longer offered and that nobody here has.
    private Optional<Cell> cell(
            Sheet sheet, Sheet.Centre centre, Product product, Set<UUID> replaced) {
        var key = new CellKey(centre.centreId(), product.productCode());
        var held = triggers.held(sheet, key);
        var kept = held.stream().filter(h -> !replaced.contains(h.holdingId())).toList();
        var pending = wins.of(sheet, key);
        var win = pending.filter(w -> held.isEmpty() || kept.size() < held.size());
        if (held.isEmpty() && win.isEmpty() && !product.isOffered()) {
            return Optional.empty();
        }
        var observation =
                Optional.ofNullable(observations.get(key))
                        .filter(found -> found.countsOn(asOf, rules));
        var supply =
                supply(sheet, centre, product, !held.isEmpty() || win.isPresent(), observation);
        var pursuit = pursuit(sheet, product, key);
        var upgrades =
                kept.isEmpty() ? List.<String>of() : triggers.upgrades(sheet, centre, product);
        var volume = !kept.isEmpty() && triggers.volume(sheet, product, kept);
        var state = CellState.of(supply, pursuit, !upgrades.isEmpty() || volume);
        var current = current(kept, win);
        var wallet =
                supply == Supply.NOT_APPLICABLE
                        ? null
                        : sizing.wallet(sheet, product, key, current, upgrades);
        var quantity = UpsellTriggers.quantity(held);
        var units = supply == Supply.NOT_APPLICABLE ? null : sizing.units(sheet, product, quantity);
        var first = held.stream().findFirst();
        return Optional.of(
                new Cell(
                        sheet.accountId(),
                        centre.centreId(),
                        product.productCode(),
                        product.familyCode(),
                        supply,
                        pursuit,
                        state,
                        current,
                        wallet,
                        supply == Supply.NOT_APPLICABLE ? null : WalletEstimate.basisOf(wallet),
                        sizing.whiteSpace(state, wallet, current, observation),
                        units,
                        sizing.whiteSpaceUnits(state, units, quantity, observation),
                        share(current, wallet),
                        observation.map(Observation::rival).orElse(null),
                        observation
                                .map(Observation::rivalValue)
                                .map(value -> share(value, wallet))
                                .orElse(null),
                        observation.map(Observation::rivalRenewalOn).orElse(null),
                        watchFrom(state, observation),
                        quantity,
                        first.map(Sheet.Holding::utilisation).orElse(null),
                        renewal(sheet, held),
                        first.map(Sheet.Holding::holdingId).orElse(null),
                        Optional.ofNullable(observations.get(key))
                                .map(Observation::observedOn)
                                .orElse(null),
                        Optional.ofNullable(observations.get(key))
                                .map(Observation::source)
                                .orElse(null),
                        Optional.ofNullable(observations.get(key))
                                .map(found -> rounded(found.confidenceOn(asOf, rules)))
                                .orElse(null),
                        blockReason(supply, observation),
                        observation.map(Observation::reviewOn).orElse(null),
                        peersOf(sheet).adoption(product.productCode()),
                        peersOf(sheet).affinity(product.productCode()).orElse(null),
                        upgrades,
                        volume,
                        renewalRisk(sheet, product, kept),
                        sheet.needs(centre.centreId(), product.familyCode()),
                        engaged.getOrDefault(key, List.of()).stream()
                                .map(Engagement::opportunityId)
                                .toList(),
                        pending.isPresent()));
    }

    private static Supply supply(
            Sheet sheet,
            Sheet.Centre centre,
            Product product,
            boolean ours,
            Optional<Observation> observation) {
        if (ours) {
            return Supply.US;
        }
        if (!centre.decidesOn(product.familyCode()) || !product.isMadeFor(sheet.sectorCode())) {
            return Supply.NOT_APPLICABLE;
        }
        return observation.map(Observation::supply).orElse(Supply.UNKNOWN);
    }

    /// A rival whose contract comes up later is watched until it does.
    private @Nullable LocalDate watchFrom(CellState state, Optional<Observation> observation) {
        return observation
                .filter(found -> state == CellState.RIVAL_HELD)
                .map(Observation::rivalRenewalOn)
                .map(renewal -> renewal.minusDays(rules.windowDays()))
                .filter(from -> from.isAfter(asOf))
                .orElse(null);
    }

    private static BigDecimal rounded(double confidence) {
        return BigDecimal.valueOf(confidence).setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable String blockReason(Supply supply, Optional<Observation> observation) {
        if (supply != Supply.NOT_APPLICABLE) {
            return null;
        }
        return observation
                .filter(found -> found.supply() == Supply.NOT_APPLICABLE)
                .map(Observation::blockReason)
                .orElse("OUT_OF_SCOPE");
    }

    private Pursuit pursuit(Sheet sheet, Product product, CellKey key) {
        var here = engaged.getOrDefault(key, List.of());
        if (here.stream().anyMatch(e -> e.state() == Engagement.State.OPEN)) {
            return Pursuit.OPEN;
        }
        var newsOn = newsOn(sheet, product, key);
        if (here.stream().anyMatch(engagement -> engagement.coolsOn(asOf, newsOn))) {
            return Pursuit.LOST_COOLING;
        }
        return recommended.contains(key) ? Pursuit.RECOMMENDED : Pursuit.NONE;
    }

    /// The last day that somebody saw who serves the need, or that the customer gave evidence of
    /// it.
    private Optional<LocalDate> newsOn(Sheet sheet, Product product, CellKey key) {
        return Stream.concat(
                        Stream.ofNullable(observations.get(key)).map(Observation::observedOn),
                        sheet.needEvidencedOn(key.centreId(), product.familyCode(), asOf).stream())
                .max(LocalDate::compareTo);
    }

    private static @Nullable LocalDate renewal(Sheet sheet, List<Sheet.Holding> held) {
        return held.stream()
                .map(sheet::renewal)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private boolean renewalRisk(Sheet sheet, Product product, List<Sheet.Holding> held) {
        var renewal = renewal(sheet, held);
        return !held.isEmpty()
                && (product.lifeCycle() == Product.LifeCycle.END_OF_LIFE
                        || held.stream().anyMatch(holding -> sheet.isUnderNotice(holding, asOf))
                        || renewal != null && !renewal.isAfter(asOf.plusDays(rules.windowDays())));
    }

    private static BigDecimal current(List<Sheet.Holding> held, Optional<Engagement> win) {
        var value =
                held.stream().map(Sheet.Holding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return win.map(Engagement::annualValue)
                .map(value::add)
                .orElse(value)
                .setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(BigDecimal current, @Nullable WalletEstimate wallet) {
        return wallet == null || wallet.mid().signum() == 0
                ? null
                : current.divide(wallet.mid(), 4, RoundingMode.HALF_UP);
    }

    private Peers peersOf(Sheet sheet) {
        return peers.getOrDefault(sheet.accountId(), Peers.NONE);
    }

    /// What people have found out about a tree.
    public record Findings(
            List<Observation> observations, Map<CellKey, WalletEstimate> statements) {}
}
