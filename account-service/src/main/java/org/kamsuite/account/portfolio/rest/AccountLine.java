package org.kamsuite.account.portfolio.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.portfolio.AccountProfile;

/// An account as a line of the list.
public record AccountLine(
        UUID id,
        String name,
        AccountProfile.Status status,
        @Nullable UUID parentId,
        @Nullable String sectorCode,
        @Nullable Integer headcount,
        @Schema(ref = "DesignationState") String designation) {

    static final String COLUMNS =
            "select a.id, a.name, a.status, a.parent_id, a.sector_code, a.headcount," + " d.state";

    static AccountLine of(ResultSet row) throws SQLException {
        return new AccountLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                AccountProfile.Status.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7));
    }
}
