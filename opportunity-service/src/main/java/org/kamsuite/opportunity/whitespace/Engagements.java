package org.kamsuite.opportunity.whitespace;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kamsuite.opportunity.facts.Sheet;

/// Reads what opportunities mean for the cells of a tree.
@ApplicationScoped
class Engagements {

    List<Engagement> of(Connection connection, List<Sheet> tree) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select id, centre_id, product_code, state,
                            case state
                                when 'DISMISSED'
                                then coalesce(cooling_until, (changed_on + interval '6 months')::date)
                                else cooling_until
                            end,
                            changed_on, potential, annual_value, win_version, replaces_holding_id
                        from opportunities
                        where account_id = any (?)
                        order by id
                        """)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tree.stream().map(Sheet::accountId).toArray()));
            var engagements = new ArrayList<Engagement>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    engagements.add(
                            new Engagement(
                                    rows.getObject(1, UUID.class),
                                    rows.getObject(2, UUID.class),
                                    rows.getString(3),
                                    state(rows.getString(4)),
                                    rows.getObject(5, LocalDate.class),
                                    rows.getObject(6, LocalDate.class),
                                    rows.getBigDecimal(7),
                                    rows.getBigDecimal(8),
                                    rows.getInt(9),
                                    rows.getObject(10, UUID.class)));
                }
            }
            return engagements;
        }
    }

    /// The cells of a tree that something is recommended for.
    Set<CellKey> recommended(Connection connection, List<Sheet> tree) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select centre_id, product_code from recommendations where account_id = any (?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tree.stream().map(Sheet::accountId).toArray()));
            var cells = new HashSet<CellKey>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    cells.add(new CellKey(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
            return cells;
        }
    }

    private static Engagement.State state(String state) {
        return switch (state) {
            case "WON" -> Engagement.State.WON;
            case "LOST" -> Engagement.State.LOST;
            case "DISMISSED" -> Engagement.State.DISMISSED;
            default -> Engagement.State.OPEN;
        };
    }
}
