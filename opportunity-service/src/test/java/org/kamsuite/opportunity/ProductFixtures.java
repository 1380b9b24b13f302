package org.kamsuite.opportunity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kamsuite.opportunity.catalogue.Product;

/// Products of a small catalogue.
public final class ProductFixtures {

    private ProductFixtures() {}

    public static Product product(String code, String price, Product.Edge... edges) {
        return new Product(
                code,
                code,
                code.substring(0, Math.max(code.indexOf('-'), 3)),
                "Family",
                null,
                Product.LifeCycle.ACTIVE,
                Product.ValueMode.MONEY,
                new BigDecimal(price),
                null,
                null,
                List.of(),
                List.of(edges));
    }

    public static Product inUnits(Product p) {
        return new Product(
                p.productCode(),
                p.name(),
                p.familyCode(),
                p.familyName(),
                p.editionOf(),
                p.lifeCycle(),
                Product.ValueMode.UNITS,
                p.listPrice(),
                p.marginRate(),
                p.expectedUnits(),
                p.sectors(),
                p.edges());
    }

    public static Product forSector(Product p, String sector) {
        return new Product(
                p.productCode(),
                p.name(),
                p.familyCode(),
                p.familyName(),
                p.editionOf(),
                p.lifeCycle(),
                p.valueMode(),
                p.listPrice(),
                p.marginRate(),
                p.expectedUnits(),
                List.of(sector),
                p.edges());
    }

    public static Product.Edge edge(Product.EdgeKind kind, String other) {
        return new Product.Edge(kind, other, null);
    }

    public static Map<String, Product> catalogue(Product... products) {
        var all = new LinkedHashMap<String, Product>();
        Arrays.stream(products).forEach(product -> all.put(product.productCode(), product));
        return all;
    }
}
