package org.kamsuite.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/// The positions of the feed of changes: which of them a follower may go on from.
public final class FeedPositions {

    private FeedPositions() {}

    /// Refuses with 410 a position from which a follower would miss changes. Zero is before all,
    /// and in no gap.
    public static void require(Connection connection, long after) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select cause, first_position, last_position
                        from feed_gaps
                        where ? between first_position and last_position
                        union all
                        select 'NEVER_TOLD', last_value + 1, null
                        from changes_feed
                        where last_value < ?
                        """)) {
            select.setLong(1, after);
            select.setLong(2, after);
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    throw PositionGone.of(
                            PositionGone.Cause.valueOf(rows.getString(1)),
                            after,
                            rows.getLong(2) - 1,
                            rows.getLong(3) + 1);
                }
            }
        }
    }

    /// After a restore: the feed goes on where no lost history ever was, at the number of
    /// microseconds since 1970. None tells of a million changes in a second.
    static void leap(Connection connection) throws SQLException {
        try (var leap =
                connection.prepareStatement(
                        """
                        with next as materialized (
                            select nextval('changes_feed') as position
                        )
                        insert into feed_gaps (first_position, last_position, cause)
                        select position, setval('changes_feed', greatest(
                            position, (extract(epoch from clock_timestamp()) * 1000000)::bigint)),
                            'RESTORE'
                        from next
                        """)) {
            leap.executeUpdate();
        }
    }

    /// Changes up to the position are not kept any more.
    static void forget(Connection connection, long upTo) throws SQLException {
        try (var forget =
                connection.prepareStatement(
                        """
                        insert into feed_gaps (first_position, last_position, cause)
                        select 1, ?, 'RETENTION'
                        where ? > 0
                        on conflict (cause, first_position) do update
                        set last_position = greatest(feed_gaps.last_position, excluded.last_position)
                        """)) {
            // Who has read the last of them has missed none.
            forget.setLong(1, upTo - 1);
            forget.setLong(2, upTo - 1);
            forget.executeUpdate();
        }
    }
}
