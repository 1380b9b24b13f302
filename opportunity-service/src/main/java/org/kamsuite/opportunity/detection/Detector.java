package org.kamsuite.opportunity.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.whitespace.Cell;
import org.kamsuite.opportunity.whitespace.CellKey;
import org.kamsuite.opportunity.whitespace.CellState;
import org.kamsuite.opportunity.whitespace.Matrix;
import org.kamsuite.opportunity.whitespace.Pursuit;
import org.kamsuite.opportunity.whitespace.Supply;

/// Finds what to offer in each cell of a matrix (domain §6): at most one recommendation a cell.
public final class Detector {

    private static final double LEAST_ADOPTION = 0.20;

    private static final Comparator<Recommendation> BEST =
            Comparator.comparing(
                            Recommendation::expectedValue,
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Recommendation::offerCode, Comparator.reverseOrder());

    private static final Comparator<Recommendation> RANK =
            Comparator.comparing(Recommendation::evidenced)
                    .thenComparing(recommendation -> recommendation.priority().total())
                    .reversed()
                    .thenComparing(Recommendation::id);

    private final Matrix matrix;
    private final Map<String, Product> products;
    private final Rules rules;
    private final LocalDate asOf;
    private final Map<UUID, Sheet> sheets = new HashMap<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final Set<String> heldInTree = new HashSet<>();
    private final Map<UUID, List<Product>> heldByCentre = new HashMap<>();
    private final Appraisal appraisal;

    /// @param heldAround products held anywhere in the whole tree that the account belongs to
    public Detector(
            Matrix matrix,
            Map<String, Product> products,
            Set<String> heldAround,
            Effort effort,
            Rules rules) {
        this.matrix = matrix;
        this.products = products;
        this.rules = rules;
        this.asOf = matrix.asOf();
        heldInTree.addAll(heldAround);
        matrix.tree().forEach(sheet -> sheets.put(sheet.accountId(), sheet));
        for (var cell : matrix.cells()) {
            cells.put(new CellKey(cell.centreId(), cell.productCode()), cell);
            if (cell.supply() == Supply.US) {
                heldInTree.add(cell.productCode());
                heldByCentre
                        .computeIfAbsent(cell.centreId(), centre -> new ArrayList<>())
                        .add(Objects.requireNonNull(products.get(cell.productCode())));
            }
        }
        // A centre that has something of ours is served, though the catalogue does not know it.
        matrix.unknownProducts()
                .forEach(product ->
                        heldByCentre.computeIfAbsent(
                                product.centreId(), centre -> new ArrayList<>()));
        this.appraisal = new Appraisal(matrix, products, heldInTree, effort, rules);
    }

    /// The recommendations for the top account's own centres and those below, the best first.
    public List<Recommendation> recommendations(UUID account) {
        return matrix.cells().stream()
                .filter(cell -> cell.accountId().equals(account))
                .flatMap(cell -> recommend(cell).stream())
                .sorted(RANK)
                .toList();
    }

    private Optional<Recommendation> recommend(Cell cell) {
        var sheet = Objects.requireNonNull(sheets.get(cell.accountId()));
        var product = Objects.requireNonNull(products.get(cell.productCode()));
        if (cell.provisional()) {
            return Optional.empty();
        }
        return type(cell, product)
                .flatMap(type ->
                        offers(cell, type).stream()
                                .filter(offer -> !engaged(cell, offer))
                                .filter(offer -> !disliked(sheet, cell, offer))
                                .map(offer -> appraise(cell, sheet, offer, type))
                                .max(BEST))
                .filter(recommendation -> plausible(recommendation, cell));
    }

    private Recommendation appraise(
            Cell cell, Sheet sheet, String offer, Recommendation.Type type) {
        var offered = cells.getOrDefault(new CellKey(cell.centreId(), offer), cell);
        return appraisal.of(cell, offered, sheet, type);
    }

    private Optional<Recommendation.Type> type(Cell cell, Product product) {
        return switch (cell.state()) {
            case OWNED_UPSELL ->
                    Optional.of(
                            cell.upgrades().isEmpty()
                                    ? Recommendation.Type.UPSELL_VOLUME
                                    : Recommendation.Type.UPSELL_EDITION);
            case RIVAL_HELD -> {
                var renewal = cell.rivalRenewalOn();
                yield renewal != null && rules.isOpen(asOf, renewal)
                        ? Optional.of(Recommendation.Type.DISPLACEMENT)
                        : Optional.empty();
            }
            case WHITE, UNKNOWN, IN_HOUSE ->
                    Optional.of(product)
                            .filter(Product::isOffered)
                            .filter(p -> !excluded(cell, p))
                            .map(p -> crossSell(cell));
            case BLOCKED, OWNED, IN_PURSUIT, COOLING -> Optional.empty();
        };
    }

    private Recommendation.Type crossSell(Cell cell) {
        if (heldInTree.contains(cell.productCode())) {
            return Recommendation.Type.CROSS_SELL_CENTRE;
        }
        return heldByCentre.containsKey(cell.centreId())
                ? Recommendation.Type.CROSS_SELL_PRODUCT
                : Recommendation.Type.CROSS_SELL_NEW;
    }

    /// A product that does not go with one that the centre has, or that an edition held there
    /// replaces.
    private boolean excluded(Cell cell, Product product) {
        return heldByCentre.getOrDefault(cell.centreId(), List.of()).stream()
                .anyMatch(held ->
                        held.has(Product.EdgeKind.NOT_WITH, product.productCode())
                                || product.has(Product.EdgeKind.NOT_WITH, held.productCode())
                                || held.has(Product.EdgeKind.REPLACES, product.productCode())
                                || held.has(Product.EdgeKind.UPGRADE_TO, product.productCode())
                                || product.has(Product.EdgeKind.UPGRADE_TO, held.productCode()));
    }

    private static List<String> offers(Cell cell, Recommendation.Type type) {
        return type == Recommendation.Type.UPSELL_EDITION
                ? cell.upgrades()
                : List.of(cell.productCode());
    }

    /// Whether the offer is pursued, or was lost or dismissed and still cools.
    private boolean engaged(Cell cell, String offer) {
        var offered = cells.get(new CellKey(cell.centreId(), offer));
        return offered != null
                && (offered.pursuit() == Pursuit.OPEN || offered.pursuit() == Pursuit.LOST_COOLING);
    }

    private boolean disliked(Sheet sheet, Cell cell, String offer) {
        return sheet.dislikes().stream()
                .filter(dislike -> dislike.productCode().equals(offer))
                .filter(dislike ->
                        dislike.centreId() == null || dislike.centreId().equals(cell.centreId()))
                .anyMatch(dislike ->
                        dislike.observedOn().plusMonths(rules.dislikeMonths()).isAfter(asOf));
    }

    /// Without a need that the customer confirmed, peers must speak for a product that is new here.
    private static boolean plausible(Recommendation recommendation, Cell cell) {
        return switch (recommendation.type()) {
            case UPSELL_EDITION, UPSELL_VOLUME, DISPLACEMENT, CROSS_SELL_CENTRE -> true;
            case CROSS_SELL_PRODUCT, CROSS_SELL_NEW ->
                    recommendation.evidenced()
                            || cell.state() == CellState.WHITE
                            || cell.adoption() >= LEAST_ADOPTION;
        };
    }
}
