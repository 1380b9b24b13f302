package org.kamsuite.account.holding.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.kamsuite.account.holding.Bookings;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;
import org.kamsuite.kit.stale.StaleMarks;

/// Keeps the opportunities that somebody has taken up; a win is booked after that.
@ApplicationScoped
class OpportunityProjection implements Projection<OpportunityState> {

    private static final String REPLACE =
            """
            insert into opportunities (
                opportunity_id, account_id, centre_id, product_code, type, state, held,
                win_version, quantity, annual_value, currency, starts_on, ends_on,
                contract_number, replaces_holding_id, changed_on, changed_by, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (opportunity_id) do update set
                account_id = excluded.account_id,
                centre_id = excluded.centre_id,
                product_code = excluded.product_code,
                type = excluded.type,
                state = excluded.state,
                held = excluded.held,
                win_version = excluded.win_version,
                quantity = excluded.quantity,
                annual_value = excluded.annual_value,
                currency = excluded.currency,
                starts_on = excluded.starts_on,
                ends_on = excluded.ends_on,
                contract_number = excluded.contract_number,
                replaces_holding_id = excluded.replaces_holding_id,
                changed_on = excluded.changed_on,
                changed_by = excluded.changed_by,
                reason = excluded.reason
            """;

    private final StaleMarks marks;

    @Inject
    OpportunityProjection(StaleMarks marks) {
        this.marks = marks;
    }

    @Override
    public String topic() {
        return "opportunities";
    }

    @Override
    public String type() {
        return "org.kamsuite.opportunity.state.v1";
    }

    @Override
    public Class<OpportunityState> payload() {
        return OpportunityState.class;
    }

    @Override
    public List<String> tables() {
        return List.of("opportunities");
    }

    @Override
    public String keyColumn() {
        return "opportunity_id";
    }

    @Override
    public void replace(Connection connection, List<Received<OpportunityState>> newest)
            throws SQLException {
        try (var replace = connection.prepareStatement(REPLACE)) {
            for (var received : newest) {
                bind(replace, received.payload());
                replace.addBatch();
            }
            replace.executeBatch();
        }
    }

    private static void bind(PreparedStatement row, OpportunityState state) throws SQLException {
        row.setObject(1, state.opportunityId());
        row.setObject(2, state.accountId());
        row.setObject(3, state.centreId());
        row.setString(4, state.productCode());
        row.setString(5, state.type());
        row.setString(6, state.state());
        row.setBoolean(7, state.held());
        row.setInt(8, state.winVersion());
        row.setBigDecimal(9, state.quantity());
        row.setBigDecimal(10, state.annualValue());
        row.setString(11, state.currency());
        row.setObject(12, state.startsOn());
        row.setObject(13, state.endsOn());
        row.setString(14, state.contractNumber());
        row.setObject(15, state.replacesHoldingId());
        row.setObject(16, state.changedOn());
        row.setString(17, state.changedBy());
        row.setString(18, state.reason());
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        "delete from opportunities where opportunity_id = any (?::uuid[])")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void applied(Connection connection, Collection<String> keys) throws SQLException {
        marks.mark(connection, Bookings.KIND, keys);
    }
}
