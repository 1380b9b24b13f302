package org.kamsuite.opportunity.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Affinity;
import org.kamsuite.opportunity.wallet.Habit;
import org.kamsuite.opportunity.wallet.Peer;
import org.kamsuite.opportunity.wallet.PeerGroup;
import org.kamsuite.opportunity.wallet.PeerKey;
import org.kamsuite.opportunity.wallet.PeerStatistics;
import org.kamsuite.opportunity.wallet.Purchase;

/// Writes and reads the rows of frames.
@ApplicationScoped
class PeerRows {

    private final ObjectMapper json;

    @Inject
    PeerRows(ObjectMapper json) {
        this.json = json;
    }

    void forget(Connection connection, LocalDate before) throws SQLException {
        try (var delete =
                connection.prepareStatement("delete from peer_frames where made_on < ?")) {
            delete.setObject(1, before);
            delete.executeUpdate();
        }
    }

    void write(
            Connection connection,
            LocalDate day,
            @Nullable String reason,
            Map<UUID, Peer> peers,
            Rules rules)
            throws SQLException {
        var statistics = new PeerStatistics();
        peers.values().forEach(statistics::add);
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into peer_frames (made_on, members, holdings, reason)
                        values (?, ?, (select count(*) from account_holdings), ?)
                        returning frame
                        """)) {
            insert.setObject(1, day);
            insert.setInt(2, peers.size());
            insert.setString(3, reason);
            try (var rows = insert.executeQuery()) {
                rows.next();
                var frame = rows.getLong(1);
                writeGroups(connection, frame, statistics.groups());
                writeAffinities(connection, frame, statistics.affinities(rules));
                writeMembers(connection, frame, peers);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What peers buy is JSON", e);
        }
    }

    private void writeGroups(Connection connection, long frame, List<PeerGroup> groups)
            throws SQLException, JsonProcessingException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into peer_groups (
                            frame, sector, band, members, habits, spend_by_revenue)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)) {
            insert.setLong(1, frame);
            for (var group : groups) {
                insert.setString(2, group.key().sector());
                insert.setInt(3, group.key().band());
                insert.setInt(4, group.members());
                insert.setString(5, json.writeValueAsString(group.habits()));
                insert.setString(6, json.writeValueAsString(group.spendByRevenue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void writeAffinities(
            Connection connection, long frame, List<Affinity> affinities) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into peer_affinities (frame, held, offered, holders, holders_of_both, lift)
                        values (?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setLong(1, frame);
            for (var affinity : affinities) {
                insert.setString(2, affinity.held());
                insert.setString(3, affinity.offered());
                insert.setInt(4, affinity.holders());
                insert.setInt(5, affinity.both());
                insert.setDouble(6, affinity.lift());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The affinities, in a frame, of what is held on its day, by account.
    Map<UUID, List<Affinity>> affinities(
            Connection connection, PeerFrame frame, Collection<UUID> accounts) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select distinct
                            h.account_id, a.held, a.offered, a.holders, a.holders_of_both, a.lift
                        from account_holdings h
                        join peer_affinities a on a.frame = ? and a.held = h.product_code
                        where h.account_id = any (?)
                            and h.starts_on <= ?
                            and (h.ends_on is null or h.ends_on > ?)
                        """)) {
            select.setLong(1, frame.frame());
            select.setArray(2, connection.createArrayOf("uuid", accounts.toArray()));
            select.setObject(3, frame.madeOn());
            select.setObject(4, frame.madeOn());
            var affinities = new HashMap<UUID, List<Affinity>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    affinities
                            .computeIfAbsent(
                                    rows.getObject(1, UUID.class), account -> new ArrayList<>())
                            .add(
                                    new Affinity(
                                            rows.getString(2),
                                            rows.getString(3),
                                            rows.getInt(4),
                                            rows.getInt(5),
                                            rows.getDouble(6)));
                }
            }
            return affinities;
        }
    }

    private void writeMembers(Connection connection, long frame, Map<UUID, Peer> peers)
            throws SQLException, JsonProcessingException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into peer_members (
                            frame, account_id, sector, band, purchases, spend_by_revenue)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)) {
            insert.setLong(1, frame);
            for (var entry : peers.entrySet()) {
                insert.setObject(2, entry.getKey());
                insert.setString(3, entry.getValue().sector());
                insert.setInt(4, entry.getValue().band());
                insert.setString(5, json.writeValueAsString(entry.getValue().purchases()));
                insert.setString(6, json.writeValueAsString(entry.getValue().spendByRevenue()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The groups of a frame that have these keys.
    List<PeerGroup> groups(Connection connection, long frame, Collection<PeerKey> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select g.sector, g.band, g.members, g.habits::text, g.spend_by_revenue::text
                        from peer_groups g
                        join unnest(?::text[], ?::integer[]) as wanted (sector, band)
                            on g.sector = wanted.sector and g.band = wanted.band
                        where g.frame = ?
                        """)) {
            select.setArray(
                    1,
                    connection.createArrayOf("text", keys.stream().map(PeerKey::sector).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", keys.stream().map(PeerKey::band).toArray()));
            select.setLong(3, frame);
            var groups = new ArrayList<PeerGroup>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    groups.add(
                            new PeerGroup(
                                    new PeerKey(rows.getString(1), rows.getInt(2)),
                                    rows.getInt(3),
                                    json.readValue(
                                            rows.getString(4),
                                            new TypeReference<Map<String, Habit>>() {}),
                                    json.readValue(
                                            rows.getString(5),
                                            new TypeReference<Map<String, Habit.Spend>>() {})));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The habits of peers cannot be read", e);
            }
            return groups;
        }
    }

    Peer peer(String sector, int band, String purchases, String spendByRevenue) {
        try {
            return new Peer(
                    sector,
                    band,
                    json.readValue(purchases, new TypeReference<Map<String, Purchase>>() {}),
                    json.readValue(spendByRevenue, new TypeReference<Map<String, Double>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The purchases of a peer cannot be read", e);
        }
    }
}
