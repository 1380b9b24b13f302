package org.kamsuite.opportunity.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.kit.outbox.StateSource;

/// Opportunities as other services read them.
@ApplicationScoped
class OpportunityState implements StateSource {

    @Override
    public String topic() {
        return Pipeline.TOPIC;
    }

    @Override
    public String type() {
        return "org.kamsuite.opportunity.state.v1";
    }

    @Override
    public String statesSql() {
        return """
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
        """;
    }

    @Override
    public String allKeysSql() {
        return "select id::text from opportunities";
    }
}
