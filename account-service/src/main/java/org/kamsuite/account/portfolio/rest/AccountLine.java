package org.kamsuite.account.portfolio.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as a line of the list.
public record AccountLine(
        UUID id,
        String name,
        String status,
        @Nullable UUID parentId,
        @Nullable String sectorCode,
        @Nullable Integer headcount,
        String designation) {

    static final String COLUMNS =
            "select a.id, a.name, a.status, a.parent_id, a.sector_code, a.headcount," + " d.state";

    static AccountLine of(ResultSet row) throws SQLException {
        return new AccountLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7));
    }
}
