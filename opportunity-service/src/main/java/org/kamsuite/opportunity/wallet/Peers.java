package org.kamsuite.opportunity.wallet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the peers of accounts in one transaction, each group once.
public final class Peers {

    private final Connection connection;
    private final LocalDate asOf;
    private final Map<String, PeerGroup> groups = new HashMap<>();

    public Peers(Connection connection, LocalDate asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    /// The narrowest group of at least eight: same sector and size band, same size band, all.
    public PeerGroup of(UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select sector_code, size_band from account_facts where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return PeerGroup.NONE;
                }
                return of(rows.getString(1), rows.getObject(2, Integer.class));
            }
        }
    }

    private PeerGroup of(@Nullable String sector, @Nullable Integer band) throws SQLException {
        if (sector != null && band != null) {
            var narrow = group(PeerGroup.Width.SECTOR_AND_SIZE, sector, band);
            if (narrow.members() >= PeerGroup.LEAST) {
                return narrow;
            }
        }
        if (band != null) {
            var wider = group(PeerGroup.Width.SIZE, null, band);
            if (wider.members() >= PeerGroup.LEAST) {
                return wider;
            }
        }
        return group(PeerGroup.Width.ALL, null, null);
    }

    private PeerGroup group(PeerGroup.Width width, @Nullable String sector, @Nullable Integer band)
            throws SQLException {
        var key = width + "/" + sector + "/" + band;
        var known = groups.get(key);
        if (known != null) {
            return known;
        }
        var found = new PeerGroup(members(sector, band), width, habits(sector, band));
        groups.put(key, found);
        return found;
    }

    private int members(@Nullable String sector, @Nullable Integer band) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select count(*)
                        from account_facts
                        where (?::text is null or sector_code = ?)
                            and (?::integer is null or size_band = ?)
                        """)) {
            select.setString(1, sector);
            select.setString(2, sector);
            select.setObject(3, band, Types.INTEGER);
            select.setObject(4, band, Types.INTEGER);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Map<String, PeerGroup.Habit> habits(@Nullable String sector, @Nullable Integer band)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with spending as (
                            select
                                h.product_code,
                                sum(h.annual_value) / nullif(max(f.headcount), 0) as spend,
                                sum(h.quantity) / nullif(max(f.headcount), 0) as quantity
                            from account_holdings h
                            join account_facts f on f.account_id = h.account_id
                            where (?::text is null or f.sector_code = ?)
                                and (?::integer is null or f.size_band = ?)
                                and h.starts_on <= ?
                                and (h.ends_on is null or h.ends_on > ?)
                            group by h.product_code, h.account_id
                        )
                        select
                            product_code,
                            count(*),
                            count(spend),
                            percentile_cont(0.9) within group (order by spend)::numeric,
                            count(quantity),
                            percentile_cont(0.5) within group (order by quantity)::numeric
                        from spending
                        group by product_code
                        """)) {
            select.setString(1, sector);
            select.setString(2, sector);
            select.setObject(3, band, Types.INTEGER);
            select.setObject(4, band, Types.INTEGER);
            select.setObject(5, asOf);
            select.setObject(6, asOf);
            var habits = new HashMap<String, PeerGroup.Habit>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    habits.put(
                            Objects.requireNonNull(rows.getString(1)),
                            new PeerGroup.Habit(
                                    rows.getInt(2),
                                    rows.getInt(3),
                                    rows.getBigDecimal(4),
                                    rows.getInt(5),
                                    rows.getBigDecimal(6)));
                }
            }
            return habits;
        }
    }
}
