package org.kamsuite.opportunity.pipeline;

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

/// Opportunities as other services read them.
@ApplicationScoped
class OpportunityState implements StateSource {

    private final ObjectMapper json;

    @Inject
    OpportunityState(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String topic() {
        return Pipeline.TOPIC;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select o.id::text, (select epoch from epochs), o.version,
                            jsonb_build_object(
                                'opportunityId', o.id,
                                'accountId', o.account_id,
                                'externalIds', coalesce(f.sheet -> 'externalIds', '[]'),
                                'centreId', o.centre_id,
                                'productCode', o.product_code,
                                'type', o.type,
                                'state', o.state,
                                'held', o.held,
                                'winVersion', o.win_version,
                                'quantity', o.quantity::text,
                                'annualValue', o.annual_value::text,
                                'currency', (select currency from company),
                                'startsOn', o.starts_on,
                                'endsOn', o.ends_on,
                                'contractNumber', o.contract_number,
                                'replacesHoldingId', o.replaces_holding_id,
                                'changedOn', o.changed_on,
                                'changedBy', o.changed_by,
                                'reason', coalesce(o.reason, o.reason_code))::text
                        from opportunities o
                        left join account_facts f on f.account_id = o.account_id
                        where o.id = any (?::uuid[])
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    "org.kamsuite.opportunity.state.v1",
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
        return "select id::text from opportunities";
    }
}
