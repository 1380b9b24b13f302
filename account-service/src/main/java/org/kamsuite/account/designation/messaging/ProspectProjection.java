package org.kamsuite.account.designation.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;

/// Keeps what the offers to an account are expected to bring: the waiting list is ranked by it.
@ApplicationScoped
class ProspectProjection implements Projection<ProspectProjection.Prospects> {

    @Override
    public String topic() {
        return "white-space";
    }

    @Override
    public String type() {
        return "org.kamsuite.whitespace.totals.v1";
    }

    @Override
    public Class<Prospects> payload() {
        return Prospects.class;
    }

    @Override
    public List<String> tables() {
        return List.of("prospects");
    }

    @Override
    public void replace(Connection connection, List<Received<Prospects>> newest)
            throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into prospects (
                            account_id, expected_value, estimated_hours, value_per_hour)
                        values (?, ?, ?, ?)
                        on conflict (account_id) do update
                        set expected_value = excluded.expected_value,
                            estimated_hours = excluded.estimated_hours,
                            value_per_hour = excluded.value_per_hour
                        """)) {
            for (var received : newest) {
                var prospects = received.payload();
                upsert.setObject(1, UUID.fromString(received.key()));
                upsert.setBigDecimal(2, prospects.expectedValue());
                upsert.setBigDecimal(3, prospects.estimatedHours());
                upsert.setBigDecimal(4, prospects.valuePerHour());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        "delete from prospects where account_id = any (?::uuid[])")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    /// The fields of the white-space totals that are read; totals told before have neither.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prospects(@Nullable BigDecimal expectedValue, @Nullable BigDecimal estimatedHours) {

        /// Unknown where no offer is sized.
        @Nullable BigDecimal valuePerHour() {
            return expectedValue == null || estimatedHours == null || estimatedHours.signum() <= 0
                    ? null
                    : expectedValue.divide(estimatedHours, 4, RoundingMode.HALF_UP);
        }
    }
}
