package org.kamsuite.opportunity.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.rules.WhiteSpaceConfig;
import org.kamsuite.opportunity.wallet.Peers;

/// Makes frames of all active accounts and answers the newest; a new one makes every matrix stale.
@ApplicationScoped
public class PeerFrames {

    private static final int KEPT_DAYS = 30;

    /// What a first import brings comes in for a while: on the day of the first frame that has
    /// enough accounts to compare with, a new one is made when they, or what they hold, have grown
    /// by more than half, at most once a minute. From the second day on nothing is counted.
    private static final String USABLE =
            """
            select
                exists (
                    select 1
                    from peer_frames e
                    where e.made_on < f.made_on and e.members >= ?)
                or f.members >= ? and f.made_at > clock_timestamp() - interval '1 minute'
                or (
                    select count(*)
                    from account_facts
                    where sheet ->> 'status' = 'ACTIVE'
                ) <= 1.5 * f.members
                and (select count(*) from account_holdings) <= 1.5 * f.holdings
            from peer_frames f
            order by f.frame desc
            limit 1
            """;

    private final StaleMarks marks;
    private final BusinessClock clock;
    private final PeerRows rows;
    private final Rules rules;

    @Inject
    PeerFrames(StaleMarks marks, BusinessClock clock, PeerRows rows, WhiteSpaceConfig config) {
        this.marks = marks;
        this.clock = clock;
        this.rows = rows;
        this.rules = Rules.of(config);
    }

    public Optional<PeerFrame> latest(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                """
                                select frame, made_on, made_at, members, reason
                                from peer_frames
                                order by frame desc
                                limit 1
                                """)) {
            return rows.next()
                    ? Optional.of(
                            new PeerFrame(
                                    rows.getLong(1),
                                    rows.getObject(2, LocalDate.class),
                                    rows.getTimestamp(3).toInstant(),
                                    rows.getInt(4),
                                    rows.getString(5)))
                    : Optional.empty();
        }
    }

    /// The frame that matrices are stored by: the newest, or a new one where there is none, or
    /// where a first import has outgrown it.
    public PeerFrame current(Connection connection) throws SQLException {
        if (isUsable(connection)) {
            return latest(connection).orElseThrow();
        }
        lock(connection);
        // While we waited for the lock another process may have made it.
        return isUsable(connection) ? latest(connection).orElseThrow() : make(connection, null);
    }

    private static boolean isUsable(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(USABLE)) {
            select.setInt(1, Peers.LEAST);
            select.setInt(2, Peers.LEAST);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('peer-frame', 0))");
        }
    }

    /// Makes a frame of today in the caller's transaction and marks every account.
    ///
    /// @param reason why somebody wants it, null where nobody asked
    public PeerFrame make(Connection connection, @Nullable String reason) throws SQLException {
        lock(connection);
        var today = clock.today();
        rows.forget(connection, today.minusDays(KEPT_DAYS));
        rows.write(connection, today, reason, Purchases.of(connection, today), rules);
        marks.markAll(connection, "white-space", "select account_id::text from account_facts");
        return latest(connection).orElseThrow();
    }

    /// What accounts are compared with in a frame, where there is one, for one transaction.
    public PeerLookup lookup(Connection connection, Optional<PeerFrame> frame) {
        return new PeerLookup(connection, rows, frame, rules);
    }
}
