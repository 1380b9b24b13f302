package org.kamsuite.account.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamsuite.account.centre.BuyingCentre;

/// Finds what rows refer to, for many rows at once.
@ApplicationScoped
class References {

    /// The accounts that a system knows by these identifiers.
    Map<String, UUID> accounts(Connection connection, String system, Collection<String> ids)
            throws SQLException {
        return find(
                connection,
                "select external_id, account_id from account_external_ids where system = ? and external_id = any (?)",
                system,
                ids);
    }

    /// The facts of a table that a system knows by these identifiers.
    Map<String, UUID> facts(
            Connection connection, String table, String system, Collection<String> ids)
            throws SQLException {
        return find(
                connection,
                "select source_id, id from "
                        + table
                        + " where source_system = ? and source_id = any (?)",
                system,
                ids);
    }

    /// The centres that stand for what is not mapped yet, by account.
    Map<UUID, UUID> remainders(Connection connection, Collection<UUID> accounts)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select account_id, id from buying_centres where area = ? and account_id = any (?)")) {
            select.setString(1, BuyingCentre.REMAINDER);
            select.setArray(2, connection.createArrayOf("uuid", accounts.toArray()));
            var found = new HashMap<UUID, UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
            return found;
        }
    }

    private static Map<String, UUID> find(
            Connection connection, String sql, String system, Collection<String> ids)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, system);
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            var found = new HashMap<String, UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
            return found;
        }
    }
}
