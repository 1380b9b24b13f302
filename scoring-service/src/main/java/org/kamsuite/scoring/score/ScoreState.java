package org.kamsuite.scoring.score;

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

/// The verdicts as other services read them.
@ApplicationScoped
class ScoreState implements StateSource {

    private final ObjectMapper json;

    @Inject
    ScoreState(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String topic() {
        return ScoreRecomputation.TOPIC;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select account_id::text, (select epoch from epochs), version, verdict::text
                        from scores
                        where account_id = any (?::uuid[])
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    "org.kamsuite.score.verdict.v1",
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    json.readTree(rows.getString(4))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A stored verdict is JSON", e);
            }
            return states;
        }
    }

    @Override
    public String allKeysSql() {
        return "select account_id::text from scores";
    }
}
