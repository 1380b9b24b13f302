package org.kamsuite.scoring.frame;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/// What the median of the newest frame rests on: the accounts that had bought when it was taken.
final class FrameBasis {

    /// The first import comes in for a while; a median of its beginning would stay for the cycle.
    /// From the second day on nothing is counted: the median stays, and asking costs no more with
    /// more accounts.
    private static final String OUTGROWN =
            """
            select case
                when f.made_on = (
                        select min(made_on) from reference_frames where purchasing_accounts > 0)
                    and f.made_at < clock_timestamp() - interval '1 minute'
                then (
                    select count(*)
                    from account_facts
                    where sheet -> 'revenue' ->> 'lastPurchaseOn' is not null
                ) > 1.5 * f.purchasing_accounts
                else false
            end
            from reference_frames f
            order by f.frame desc
            limit 1
            """;

    /// The nightly frame after the day of the first one with purchases is the first of a complete
    /// day.
    private static final String OF_FIRST_DAY =
            """
            select min(made_on) = max(made_on) and max(made_on) < ?
            from reference_frames
            where purchasing_accounts > 0
            """;

    private FrameBasis() {}

    /// Whether, on the day of the first frame, the accounts have grown by more than half since the
    /// newest was made a minute ago or longer.
    static boolean isOutgrown(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(OUTGROWN)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /// Whether every frame so far was made on the day of the first, and that day is over.
    static boolean isOfFirstDay(Connection connection, LocalDate today) throws SQLException {
        try (var select = connection.prepareStatement(OF_FIRST_DAY)) {
            select.setObject(1, today);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
