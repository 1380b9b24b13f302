package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.wallet.WalletEstimate;
import org.kamsuite.opportunity.whitespace.Cell;
import org.kamsuite.opportunity.whitespace.CellState;
import org.kamsuite.opportunity.whitespace.Matrix;
import org.kamsuite.opportunity.whitespace.Supply;

/// Finds what to offer in each cell of a matrix (domain §6): at most one recommendation a cell.
public final class Detector {

    private static final int WINDOW_DAYS = 180;
    private static final int DISLIKE_MONTHS = 12;
    private static final double LEAST_ADOPTION = 0.20;
    private static final int MOST = 50;

    private final Matrix matrix;
    private final Map<String, Product> products;
    private final LocalDate asOf;
    private final Map<UUID, Sheet> sheets = new HashMap<>();
    private final Set<String> heldInTree = new HashSet<>();
    private final Map<UUID, List<Product>> heldByCentre = new HashMap<>();
    private final double revenue;

    /// @param heldAround products held anywhere in the whole tree that the account belongs to
    public Detector(Matrix matrix, Map<String, Product> products, Set<String> heldAround) {
        this.matrix = matrix;
        this.products = products;
        this.asOf = matrix.asOf();
        heldInTree.addAll(heldAround);
        matrix.tree().forEach(sheet -> sheets.put(sheet.accountId(), sheet));
        for (var cell : matrix.cells()) {
            if (cell.supply() == Supply.US) {
                heldInTree.add(cell.productCode());
                heldByCentre
                        .computeIfAbsent(cell.centreId(), centre -> new ArrayList<>())
                        .add(Objects.requireNonNull(products.get(cell.productCode())));
            }
        }
        this.revenue = revenue(matrix.tree(), asOf);
    }

    private static double revenue(List<Sheet> tree, LocalDate asOf) {
        var end = YearMonth.from(asOf);
        return tree.stream()
                .flatMap(sheet -> sheet.revenue().months().stream())
                .filter(month -> month.month().isBefore(end))
                .filter(month -> !month.month().isBefore(end.minusMonths(12)))
                .mapToDouble(month -> month.amount().doubleValue())
                .sum();
    }

    /// The recommendations for the top account's own centres and those below, the best first.
    public List<Recommendation> recommendations(UUID account) {
        return matrix.cells().stream()
                .filter(cell -> cell.accountId().equals(account))
                .flatMap(cell -> recommend(cell).stream())
                .sorted(
                        Comparator.comparing(Recommendation::evidenced)
                                .reversed()
                                .thenComparing(
                                        recommendation -> recommendation.priority().total(),
                                        Comparator.reverseOrder())
                                .thenComparing(Recommendation::id))
                .limit(MOST)
                .toList();
    }

    private Optional<Recommendation> recommend(Cell cell) {
        var sheet = Objects.requireNonNull(sheets.get(cell.accountId()));
        var product = Objects.requireNonNull(products.get(cell.productCode()));
        if (cell.provisional()) {
            return Optional.empty();
        }
        return type(cell, product)
                .filter(type -> !engaged(cell, offer(cell, type)))
                .filter(type -> !disliked(sheet, cell, offer(cell, type)))
                .map(type -> recommendation(cell, sheet, product, type))
                .filter(recommendation -> plausible(recommendation, cell));
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
                yield renewal != null
                                && !renewal.isBefore(asOf)
                                && !renewal.isAfter(asOf.plusDays(WINDOW_DAYS))
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

    /// Whether the offer is pursued, dismissed, or lost and still cooling.
    private boolean engaged(Cell cell, String offer) {
        return matrix.engagements().stream()
                .filter(engagement -> engagement.centreId().equals(cell.centreId()))
                .filter(engagement -> engagement.productCode().equals(offer))
                .anyMatch(engagement ->
                        switch (engagement.state()) {
                            case OPEN, DISMISSED -> true;
                            case WON -> false;
                            case LOST -> {
                                var until = engagement.coolingUntil();
                                yield until != null && until.isAfter(asOf);
                            }
                        });
    }

    private boolean disliked(Sheet sheet, Cell cell, String offer) {
        return sheet.dislikes().stream()
                .filter(dislike -> dislike.productCode().equals(offer))
                .filter(dislike ->
                        dislike.centreId() == null || dislike.centreId().equals(cell.centreId()))
                .anyMatch(dislike -> dislike.observedOn().plusMonths(DISLIKE_MONTHS).isAfter(asOf));
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

    private static String offer(Cell cell, Recommendation.Type type) {
        return type == Recommendation.Type.UPSELL_EDITION
                ? cell.upgrades().getFirst()
                : cell.productCode();
    }

    private Recommendation recommendation(
            Cell cell, Sheet sheet, Product product, Recommendation.Type type) {
        var offer = offer(cell, type);
        var needs = Needs.of(sheet, cell.centreId(), product.familyCode(), asOf);
        // What the customer does itself, or what we do not know, stays a hypothesis.
        var known = cell.supply() != Supply.UNKNOWN && cell.supply() != Supply.IN_HOUSE;
        var evidenced = needs.evidenced() && known;
        var potential = cell.whiteSpaceValue() == null ? potential(cell) : cell.whiteSpaceValue();
        var expected =
                potential == null
                        ? null
                        : potential
                                .multiply(BigDecimal.valueOf(cell.adoption()))
                                .setScale(4, RoundingMode.HALF_UP);
        var entry = entry(sheet, cell.centreId());
        var priority =
                Priority.of(
                        expected == null ? 0 : Priority.value(expected.doubleValue(), revenue),
                        needs.strength(),
                        fit(cell, product),
                        timing(cell, needs),
                        entry.map(Entry::access).orElse(0.0),
                        evidenced);
        return new Recommendation(
                id(cell),
                cell.accountId(),
                cell.centreId(),
                cell.productCode(),
                offer,
                type,
                evidenced,
                sheet.mustBeFixedFirst(cell.centreId(), asOf),
                cell.renewalRisk(),
                cell.holdingId(),
                priority,
                potential,
                WalletEstimate.basisOf(cell.wallet()),
                cell.adoption(),
                expected,
                entry.map(Entry::stakeholder).orElse(null),
                needs.ids(),
                reasons(cell, type, offer, needs));
    }

    /// A cell that we know too little of to call it white space may still be sized.
    private static @Nullable BigDecimal potential(Cell cell) {
        return cell.wallet() == null
                ? null
                : cell.wallet().mid().subtract(cell.currentAnnualValue()).max(BigDecimal.ZERO);
    }

    private static UUID id(Cell cell) {
        return UUID.nameUUIDFromBytes(
                (cell.accountId() + "/" + cell.centreId() + "/" + cell.productCode())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// What peers adopt, and what goes well with a product that is held already.
    private double fit(Cell cell, Product product) {
        var complements =
                heldInTree.stream()
                        .map(products::get)
                        .filter(Objects::nonNull)
                        .anyMatch(held ->
                                held.has(Product.EdgeKind.COMPLEMENTS, product.productCode())
                                        || product.has(
                                                Product.EdgeKind.COMPLEMENTS, held.productCode()));
        return (cell.adoption() + (complements || cell.supply() == Supply.US ? 1 : 0)) / 2;
    }

    private double timing(Cell cell, Needs needs) {
        if (isNear(cell.renewalOn()) || isNear(cell.rivalRenewalOn()) || isNear(needs.dueOn())) {
            return 1;
        }
        return needs.dueOn() == null ? 0.3 : 0.6;
    }

    private boolean isNear(@Nullable LocalDate day) {
        return day != null && !day.isBefore(asOf) && !day.isAfter(asOf.plusDays(WINDOW_DAYS));
    }

    /// The most influential supporter in the centre, else elsewhere in the account.
    private Optional<Entry> entry(Sheet sheet, UUID centre) {
        return sheet.stakeholders().stream()
                .filter(person -> person.opensDoors(asOf))
                .map(person ->
                        new Entry(
                                person.stakeholderId(),
                                person.centreId().equals(centre) ? 1 : 0.5,
                                person.influence()))
                .max(
                        Comparator.comparingDouble(Entry::access)
                                .thenComparingInt(Entry::influence)
                                .thenComparing(Entry::stakeholder));
    }

    private static List<Recommendation.Reason> reasons(
            Cell cell, Recommendation.Type type, String offer, Needs needs) {
        var reasons = new ArrayList<Recommendation.Reason>();
        switch (type) {
            case UPSELL_EDITION ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "BETTER_EDITION_OF_WHAT_IS_HELD",
                                    Map.of("held", cell.productCode(), "offer", offer)));
            case UPSELL_VOLUME ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "MORE_OF_WHAT_IS_HELD",
                                    Map.of(
                                            "utilisation", String.valueOf(cell.utilisation()),
                                            "quantity", String.valueOf(cell.quantity()))));
            case DISPLACEMENT ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "RIVAL_RENEWAL_NEAR",
                                    Map.of(
                                            "rival", String.valueOf(cell.rival()),
                                            "on", String.valueOf(cell.rivalRenewalOn()))));
            case CROSS_SELL_CENTRE ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "HELD_ELSEWHERE_IN_THE_TREE", Map.of("product", offer)));
            case CROSS_SELL_PRODUCT ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "NEW_PRODUCT_IN_A_SERVED_CENTRE", Map.of("product", offer)));
            case CROSS_SELL_NEW ->
                    reasons.add(
                            new Recommendation.Reason(
                                    "NEW_PRODUCT_IN_A_NEW_CENTRE", Map.of("product", offer)));
        }
        reasons.add(
                new Recommendation.Reason(
                        "ADOPTED_BY_PEERS",
                        Map.of(
                                "share",
                                BigDecimal.valueOf(cell.adoption())
                                        .setScale(4, RoundingMode.HALF_UP)
                                        .toString())));
        if (!needs.ids().isEmpty()) {
            reasons.add(
                    new Recommendation.Reason(
                            needs.evidenced() ? "NEED_CONFIRMED" : "NEED_NOT_YET_CONFIRMED",
                            Map.of("evidenceItems", Integer.toString(needs.evidenceItems()))));
        }
        if (cell.renewalRisk()) {
            reasons.add(
                    new Recommendation.Reason(
                            "RENEWAL_RISK", Map.of("on", String.valueOf(cell.renewalOn()))));
        }
        return List.copyOf(reasons);
    }

    private record Entry(UUID stakeholder, double access, int influence) {}
}
