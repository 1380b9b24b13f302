package org.kamsuite.opportunity.pipeline.rest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.detection.Recommendation;
import org.kamsuite.opportunity.pipeline.State;

/// An opportunity as a line of the list.
public record OpportunityLine(
        UUID id,
        UUID accountId,
        UUID centreId,
        String productCode,
        Recommendation.Type type,
        State state,
        @Nullable BigDecimal potential,
        @Nullable BigDecimal annualValue,
        LocalDate changedOn) {

    static final String COLUMNS =
            "select o.id, o.account_id, o.centre_id, o.product_code, o.type, o.state,"
                    + " o.potential, o.annual_value, o.changed_on";

    static OpportunityLine of(ResultSet row) throws SQLException {
        return new OpportunityLine(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                Recommendation.Type.valueOf(row.getString(5)),
                State.valueOf(row.getString(6)),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getObject(9, LocalDate.class));
    }
}
