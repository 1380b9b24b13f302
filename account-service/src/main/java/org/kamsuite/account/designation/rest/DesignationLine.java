package org.kamsuite.account.designation.rest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.State;

/// A designation as a line of the programme's list.
///
/// @param valuePerHour what the offers to the account are expected to bring by hour of a manager;
///   unknown where none is sized
public record DesignationLine(
        UUID accountId,
        String name,
        State state,
        @Nullable UUID managerId,
        LocalDate enteredOn,
        @Nullable LocalDate reviewDueOn,
        @Nullable BigDecimal total,
        boolean recommended,
        @Nullable BigDecimal valuePerHour) {

    static final String COLUMNS =
            "select d.account_id, a.name, d.state, d.manager_id, d.entered_on, d.review_due_on,"
                    + " v.total, coalesce(v.recommended, false), p.value_per_hour";

    static DesignationLine of(ResultSet row) throws SQLException {
        return new DesignationLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                State.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getBigDecimal(7),
                row.getBoolean(8),
                row.getBigDecimal(9));
    }
}
