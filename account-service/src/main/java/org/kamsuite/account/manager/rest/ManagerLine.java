package org.kamsuite.account.manager.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.kamsuite.account.manager.Role;

/// A manager as a line of the list.
public record ManagerLine(
        UUID id, String name, Role role, boolean active, String zone, int accounts) {

    static final String COLUMNS =
            "select m.id, m.name, m.role, m.active, m.zone,"
                    + " (select count(*) from designations d where d.manager_id = m.id)";

    static ManagerLine of(ResultSet row) throws SQLException {
        return new ManagerLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                Role.valueOf(row.getString(3)),
                row.getBoolean(4),
                row.getString(5),
                row.getInt(6));
    }
}
