package org.kamsuite.opportunity.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kamsuite.kit.outbox.StateEvent;
import org.kamsuite.kit.outbox.StateSource;

/// Products as other services read them.
@ApplicationScoped
class CatalogueState implements StateSource {

    private final ObjectMapper json;

    @Inject
    CatalogueState(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String topic() {
        return Catalogue.TOPIC;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
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
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    "org.kamsuite.catalogue.product.v1",
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    json.readTree(rows.getString(4))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("PostgreSQL writes JSON", e);
            }
            return states;
        }
    }

    @Override
    public String allKeysSql() {
        return "select product_code from products";
    }
}
