package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.RulesFixtures;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Peers;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// Builds matrices as of 30 October 2026 from what a test says.
public final class Matrices {

    public static final LocalDate TODAY = LocalDate.of(2026, 10, 30);

    private final List<Sheet> tree;
    private final Map<String, Product> products;
    private final List<Observation> observations = new ArrayList<>();
    private final Map<CellKey, WalletEstimate> statements = new HashMap<>();
    private final List<Engagement> engagements = new ArrayList<>();
    private Set<CellKey> recommended = Set.of();
    private Peers peers = Peers.NONE;
    private Rules rules = RulesFixtures.RULES;

    private Matrices(List<Sheet> tree, Map<String, Product> products) {
        this.tree = tree;
        this.products = products;
    }

    public static Matrices of(Map<String, Product> products, Sheet... tree) {
        return new Matrices(List.of(tree), products);
    }

    public Matrices observed(
            UUID centre, String product, Supply supply, @Nullable LocalDate renewal) {
        return observed(centre, product, supply, renewal, null, TODAY.minusDays(10));
    }

    public Matrices observed(
            UUID centre,
            String product,
            Supply supply,
            @Nullable LocalDate renewal,
            @Nullable String rivalValue,
            LocalDate on) {
        observations.add(
                new Observation(
                        centre,
                        product,
                        supply,
                        supply == Supply.RIVAL ? "Rival" : null,
                        renewal,
                        rivalValue == null ? null : new BigDecimal(rivalValue),
                        0.9,
                        null,
                        null,
                        on,
                        "ana"));
        return this;
    }

    public Matrices stated(UUID centre, String product, String amount) {
        statements.put(
                new CellKey(centre, product),
                WalletEstimate.of(
                        new BigDecimal(amount), WalletEstimate.Basis.CUSTOMER_STATED, TODAY));
        return this;
    }

    public Matrices engaged(
            UUID opportunity,
            UUID centre,
            String product,
            Engagement.State state,
            @Nullable LocalDate coolingUntil) {
        return engaged(opportunity, centre, product, state, coolingUntil, TODAY);
    }

    public Matrices engaged(
            UUID opportunity,
            UUID centre,
            String product,
            Engagement.State state,
            @Nullable LocalDate coolingUntil,
            LocalDate changedOn) {
        engagements.add(
                new Engagement(
                        opportunity,
                        centre,
                        product,
                        state,
                        coolingUntil,
                        changedOn,
                        new BigDecimal("1000"),
                        new BigDecimal("5000"),
                        1,
                        null));
        return this;
    }

    public Matrices won(UUID opportunity, UUID centre, String product, UUID replacedHolding) {
        engagements.add(
                new Engagement(
                        opportunity,
                        centre,
                        product,
                        Engagement.State.WON,
                        null,
                        TODAY,
                        new BigDecimal("1000"),
                        new BigDecimal("300000"),
                        1,
                        replacedHolding));
        return this;
    }

    public Matrices recommended(CellKey... cells) {
        recommended = Set.of(cells);
        return this;
    }

    public Matrices peers(Peers group) {
        peers = group;
        return this;
    }

    public Matrices rules(Rules others) {
        rules = others;
        return this;
    }

    public Matrix build() {
        var groups = new HashMap<UUID, Peers>();
        tree.forEach(sheet -> groups.put(sheet.accountId(), peers));
        return new MatrixBuilder(
                        tree,
                        products,
                        new MatrixBuilder.Findings(observations, statements),
                        engagements,
                        recommended,
                        groups,
                        rules,
                        TODAY)
                .build();
    }

    public Cell cell(UUID centre, String product) {
        return build().cells().stream()
                .filter(cell -> cell.centreId().equals(centre))
                .filter(cell -> cell.productCode().equals(product))
                .findFirst()
                .orElseThrow();
    }
}
