package org.kamsuite.opportunity.detection;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.kit.outbox.StateSource;

/// The totals of accounts as other services read them.
@ApplicationScoped
class WhiteSpaceState implements StateSource {

    @Override
    public String topic() {
        return WhiteSpaceRecomputation.TOPIC;
    }

    @Override
    public String type() {
        return "org.kamsuite.whitespace.totals.v1";
    }

    @Override
    public String statesSql() {
        return """
        select t.account_id::text, (select epoch from epochs), t.version,
            (jsonb_build_object(
                'accountId', t.account_id,
                'externalIds', coalesce(f.sheet -> 'externalIds', '[]'),
                'factsEpoch', t.facts_epoch,
                'factsSequence', t.facts_sequence,
                'asOf', t.as_of,
                'peerFrame', t.peer_frame,
                'currency', (select currency from company)) || t.totals)::text
        from white_space_totals t
        left join account_facts f on f.account_id = t.account_id
        where t.account_id = any (?::uuid[])
        """;
    }

    @Override
    public String allKeysSql() {
        return "select account_id::text from white_space_totals";
    }
}
