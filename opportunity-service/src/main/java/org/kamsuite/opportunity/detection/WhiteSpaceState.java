package org.kamsuite.opportunity.detection;

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

/// The totals of accounts as other services read them.
@ApplicationScoped
class WhiteSpaceState implements StateSource {

    private final ObjectMapper json;

    @Inject
    WhiteSpaceState(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String topic() {
        return WhiteSpaceRecomputation.TOPIC;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
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
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    "org.kamsuite.whitespace.totals.v1",
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
        return "select account_id::text from white_space_totals";
    }
}
