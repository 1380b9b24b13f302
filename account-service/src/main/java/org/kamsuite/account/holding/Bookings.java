package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kamsuite.kit.stale.Recomputation;
import org.kamsuite.kit.time.BusinessClock;

/// Reacts to opportunities that were won, or won no longer.
@ApplicationScoped
public class Bookings implements Recomputation {

    public static final String KIND = "booking";

    private static final String SQL =
            """
            select
                opportunity_id,
                account_id,
                centre_id,
                product_code,
                state = 'WON' as won,
                win_version,
                quantity,
                annual_value,
                currency,
                starts_on,
                ends_on,
                contract_number,
                replaces_holding_id,
                changed_on,
                coalesce(changed_by, 'opportunity-service') as changed_by
            from opportunities
            where opportunity_id = any (?::uuid[])
            order by account_id, opportunity_id
            """;

    private final Booking booking;
    private final BusinessClock clock;

    @Inject
    Bookings(Booking booking, BusinessClock clock) {
        this.booking = booking;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String keyColumn() {
        return "opportunity_id";
    }

    @Override
    public void recompute(Connection connection, List<String> keys) throws SQLException {
        deals(connection, keys).forEach(booking::settle);
    }

    private List<Deal> deals(Connection connection, List<String> keys) throws SQLException {
        try (var select = connection.prepareStatement(SQL)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var deals = new ArrayList<Deal>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    deals.add(deal(rows));
                }
            }
            return deals;
        }
    }

    private Deal deal(ResultSet row) throws SQLException {
        return new Deal(
                row.getObject("opportunity_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("product_code"),
                row.getBoolean("won"),
                row.getInt("win_version"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("annual_value"),
                row.getString("currency"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("contract_number"),
                row.getObject("replaces_holding_id", UUID.class),
                Objects.requireNonNullElseGet(
                        row.getObject("changed_on", LocalDate.class), clock::today),
                row.getString("changed_by"));
    }
}
