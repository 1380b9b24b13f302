package org.kamsuite.account.designation.rest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.designation.Reason;
import org.kamsuite.account.designation.State;

/// A move of a designation as it was decided.
public record TransitionLine(
        UUID id,
        State from,
        State to,
        String actor,
        Instant at,
        Reason reasonCode,
        @Nullable String reason,
        @Nullable UUID scoreId,
        @Nullable Integer modelVersion,
        BigDecimal slots,
        BigDecimal slotsHeld) {

    static final String COLUMNS =
            "select t.id, t.from_state, t.to_state, t.actor, t.at, t.reason_code, t.reason,"
                    + " t.score_id, t.model_version, t.slots, t.slots_held";

    static TransitionLine of(ResultSet row) throws SQLException {
        return new TransitionLine(
                row.getObject(1, UUID.class),
                State.valueOf(row.getString(2)),
                State.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Reason.valueOf(row.getString(6)),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getObject(9, Integer.class),
                row.getBigDecimal(10),
                row.getBigDecimal(11));
    }
}
