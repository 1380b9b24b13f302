package org.kamsuite.account.designation.rest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
        BigDecimal slotsHeld,
        @Nullable AgreedDemotion demotion) {

    static final String COLUMNS =
            "select t.id, t.from_state, t.to_state, t.actor, t.at, t.reason_code, t.reason,"
                    + " t.score_id, t.model_version, t.slots, t.slots_held,"
                    + " t.proposed_by, t.transition_plan, t.customer_message, t.former_owner_id,"
                    + " t.new_owner_id, t.owner_changes_on, t.in_favour_of";

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
                row.getBigDecimal(11),
                row.getString(12) == null ? null : demotion(row));
    }

    private static AgreedDemotion demotion(ResultSet row) throws SQLException {
        return new AgreedDemotion(
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getObject(15, UUID.class),
                row.getObject(16, UUID.class),
                row.getObject(17, LocalDate.class),
                row.getObject(18, UUID.class));
    }

    /// What two approvers agreed on; the second is the actor.
    ///
    /// @param inFavourOf the waitlisted account for which the demotion made room
    public record AgreedDemotion(
            String proposedBy,
            String transitionPlan,
            String customerMessage,
            UUID formerOwnerId,
            UUID newOwnerId,
            LocalDate ownerChangesOn,
            @Nullable UUID inFavourOf) {}
}
