package org.kamsuite.opportunity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.kit.outbox.StateSource;

/// Products as other services read them.
@ApplicationScoped
class CatalogueState implements StateSource {

    @Override
    public String topic() {
        return Catalogue.TOPIC;
    }

    @Override
    public String type() {
        return "org.kamsuite.catalogue.product.v1";
    }

    @Override
    public String statesSql() {
        return """
        select p.product_code, (select epoch from epochs), p.version,
            jsonb_build_object(
                'productCode', p.product_code,
                'name', p.name,
                'familyCode', p.family_code,
                'familyName', p.family_name,
                'editionOf', p.edition_of,
                'lifeCycle', p.life_cycle,
                'valueMode', p.value_mode,
                'listPrice', p.list_price::text,
                'marginRate', p.margin_rate::text,
                'currency', (select currency from company),
                'edges', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'kind', e.kind, 'productCode', e.other_code, 'since', e.since)
                        order by e.kind, e.other_code), '[]')
                    from product_edges e
                    where e.product_code = p.product_code))::text
        from products p
        where p.product_code = any (?)
        """;
    }

    @Override
    public String allKeysSql() {
        return "select product_code from products";
    }
}
