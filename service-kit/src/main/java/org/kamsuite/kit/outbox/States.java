package org.kamsuite.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Reads states as they are now.
@ApplicationScoped
public class States {

    private final ObjectMapper json;

    @Inject
    States(ObjectMapper json) {
        this.json = json;
    }

    /// The states of the keys, all from one snapshot, without those that are not there.
    public Map<String, StateEvent> read(
            Connection connection, StateSource source, Collection<String> keys)
            throws SQLException {
        try (var select = connection.prepareStatement(source.statesSql())) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var states = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.put(
                            rows.getString(1),
                            new StateEvent(
                                    source.type(),
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
}
