package org.kamsuite.opportunity.frame;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamsuite.opportunity.wallet.Peer;
import org.kamsuite.opportunity.wallet.Purchase;

/// Reads what all active accounts buy on a day.
final class Purchases {

    private static final String SQL =
            """
            select
                f.account_id,
                coalesce(f.sector_code, ''),
                coalesce(f.size_band, -1),
                h.product_code,
                (nullif(sum(h.annual_value), 0) / nullif(f.headcount, 0))::double precision,
                (nullif(sum(h.quantity), 0) / nullif(f.headcount, 0))::double precision,
                (
                    nullif(sum(h.annual_value), 0)
                    / nullif((f.sheet ->> 'customerRevenue')::numeric, 0)
                )::double precision
            from account_facts f
            left join account_holdings h on h.account_id = f.account_id
                and h.starts_on <= ?
                and (h.ends_on is null or h.ends_on > ?)
            where f.sheet ->> 'status' = 'ACTIVE'
            group by f.account_id, h.product_code
            """;

    private Purchases() {}

    static Map<UUID, Peer> of(Connection connection, LocalDate day) throws SQLException {
        try (var select = connection.prepareStatement(SQL)) {
            select.setObject(1, day);
            select.setObject(2, day);
            var peers = new HashMap<UUID, Peer>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    add(peers, rows);
                }
            }
            return peers;
        }
    }

    private static void add(Map<UUID, Peer> peers, ResultSet row) throws SQLException {
        var account = row.getObject(1, UUID.class);
        var peer = peers.get(account);
        if (peer == null) {
            peer = new Peer(row.getString(2), row.getInt(3), new HashMap<>(), new HashMap<>());
            peers.put(account, peer);
        }
        var product = row.getString(4);
        if (product != null) {
            var purchase =
                    new Purchase(row.getObject(5, Double.class), row.getObject(6, Double.class));
            peer.purchases().put(product, purchase);
            var byRevenue = row.getObject(7, Double.class);
            if (byRevenue != null) {
                peer.spendByRevenue().put(product, byRevenue);
            }
        }
    }
}
