package org.kamsuite.opportunity.frame;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Affinity;
import org.kamsuite.opportunity.wallet.Peer;
import org.kamsuite.opportunity.wallet.PeerGroup;
import org.kamsuite.opportunity.wallet.PeerKey;
import org.kamsuite.opportunity.wallet.Peers;

/// Finds what accounts are compared with in one frame and one transaction, each group once.
public final class PeerLookup {

    private final Connection connection;
    private final PeerRows rows;
    private final Optional<PeerFrame> frame;
    private final Rules rules;
    private final Map<PeerKey, PeerGroup> groups = new HashMap<>();
    private final Set<PeerKey> soughtBefore = new HashSet<>();

    PeerLookup(Connection connection, PeerRows rows, Optional<PeerFrame> frame, Rules rules) {
        this.connection = connection;
        this.rows = rows;
        this.frame = frame;
        this.rules = rules;
    }

    /// The frame, or empty before the first one is made.
    public Optional<PeerFrame> frame() {
        return frame;
    }

    /// What the accounts that are known here are compared with; none of them before the first
    /// frame.
    public Map<UUID, Peers> of(Collection<UUID> accounts) throws SQLException {
        if (frame.isEmpty()) {
            return Map.of();
        }
        var seekers = seekers(frame.get(), accounts);
        load(frame.get(), seekers.values());
        var peers = new HashMap<UUID, Peers>();
        var affinities = rows.affinities(connection, frame.get(), accounts);
        seekers.forEach((account, seeker) ->
                peers.put(
                        account,
                        peers(frame.get(), seeker, affinities.getOrDefault(account, List.of()))));
        return peers;
    }

    private Peers peers(PeerFrame in, Seeker seeker, List<Affinity> affinities) {
        return Peers.of(
                in.madeOn(),
                seeker.keys().stream().flatMap(key -> Stream.ofNullable(groups.get(key))).toList(),
                affinities,
                seeker.self(),
                rules);
    }

    private Map<UUID, Seeker> seekers(PeerFrame in, Collection<UUID> accounts) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select
                            f.account_id,
                            coalesce(f.sector_code, ''),
                            coalesce(f.size_band, -1),
                            m.sector,
                            m.band,
                            m.purchases::text,
                            m.spend_by_revenue::text
                        from account_facts f
                        left join peer_members m on m.frame = ? and m.account_id = f.account_id
                        where f.account_id = any (?)
                        """)) {
            select.setLong(1, in.frame());
            select.setArray(2, connection.createArrayOf("uuid", accounts.toArray()));
            var seekers = new LinkedHashMap<UUID, Seeker>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    seekers.put(
                            found.getObject(1, UUID.class),
                            new Seeker(
                                    PeerKey.widening(found.getString(2), found.getInt(3)),
                                    self(found)));
                }
            }
            return seekers;
        }
    }

    private @Nullable Peer self(ResultSet row) throws SQLException {
        var sector = row.getString(4);
        return sector == null
                ? null
                : rows.peer(sector, row.getInt(5), row.getString(6), row.getString(7));
    }

    private void load(PeerFrame in, Collection<Seeker> seekers) throws SQLException {
        var wanted = new LinkedHashSet<PeerKey>();
        seekers.forEach(seeker -> wanted.addAll(seeker.keys()));
        wanted.removeAll(soughtBefore);
        soughtBefore.addAll(wanted);
        for (var group : rows.groups(connection, in.frame(), wanted)) {
            groups.put(group.key(), group);
        }
    }

    /// An account that looks for its peers.
    private record Seeker(List<PeerKey> keys, @Nullable Peer self) {}
}
