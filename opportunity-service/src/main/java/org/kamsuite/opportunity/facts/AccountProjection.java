package org.kamsuite.opportunity.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;
import org.kamsuite.kit.stale.StaleMarks;

/// The fact sheets of accounts, and their holdings for the comparison with peers.
@ApplicationScoped
class AccountProjection implements Projection<JsonNode> {

    private final StaleMarks marks;
    private final ObjectReader sheets;

    @Inject
    AccountProjection(StaleMarks marks, ObjectMapper json) {
        this.marks = marks;
        this.sheets = json.readerFor(Sheet.class);
    }

    @Override
    public String topic() {
        return "accounts";
    }

    @Override
    public String type() {
        return "org.kamsuite.account.facts.v1";
    }

    @Override
    public Class<JsonNode> payload() {
        return JsonNode.class;
    }

    @Override
    public List<String> tables() {
        return List.of("account_facts", "account_holdings");
    }

    @Override
    public void replace(Connection connection, List<Received<JsonNode>> newest)
            throws SQLException {
        var keys = newest.stream().map(Received::key).toList();
        var sheets = new LinkedHashMap<Received<JsonNode>, Sheet>();
        newest.forEach(received -> sheets.put(received, sheet(received.payload())));
        var changed = changed(connection, sheets.values());
        // Those around an account that moves lose it; those around its new place gain it.
        markAround(connection, changed);
        markAbove(connection, keys);
        forget(connection, keys);
        write(connection, sheets);
        markAround(connection, changed);
    }

    private static void write(Connection connection, Map<Received<JsonNode>, Sheet> sheets)
            throws SQLException {
        try (var account =
                        connection.prepareStatement(
                                """
                                insert into account_facts (
                                    account_id, epoch, sequence, parent_id, name, sector_code,
                                    headcount, size_band, sheet)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                                """);
                var holding =
                        connection.prepareStatement(
                                """
                                insert into account_holdings (
                                    holding_id, account_id, product_code, quantity, annual_value,
                                    starts_on, ends_on)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)) {
            for (var entry : sheets.entrySet()) {
                add(account, holding, entry.getKey(), entry.getValue());
            }
            account.executeBatch();
            holding.executeBatch();
        }
    }

    private static void add(
            PreparedStatement account,
            PreparedStatement holding,
            Received<JsonNode> received,
            Sheet sheet)
            throws SQLException {
        account.setObject(1, sheet.accountId());
        account.setLong(2, received.epoch());
        account.setLong(3, received.sequence());
        account.setObject(4, sheet.parentId());
        account.setString(5, sheet.name());
        account.setString(6, sheet.sectorCode());
        account.setObject(7, sheet.headcount());
        account.setObject(8, SizeBand.of(sheet.headcount()));
        account.setString(9, received.payload().toString());
        account.addBatch();
        for (var held : sheet.holdings()) {
            holding.setObject(1, held.holdingId());
            holding.setObject(2, sheet.accountId());
            holding.setString(3, held.productCode());
            holding.setBigDecimal(4, held.quantity());
            holding.setBigDecimal(5, held.annualValue());
            holding.setObject(6, held.startsOn());
            holding.setObject(7, sheet.end(held));
            holding.addBatch();
        }
    }

    /// The accounts whose place in a tree, or what they hold and when, is other than before.
    private static List<UUID> changed(Connection connection, Collection<Sheet> sheets)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select f.account_id, f.parent_id, (
                                select coalesce(array_agg(concat_ws(
                                    ' ', h.product_code, h.starts_on, h.ends_on)), '{}')
                                from account_holdings h
                                where h.account_id = f.account_id)
                        from account_facts f
                        where f.account_id = any (?)
                        """)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", sheets.stream().map(Sheet::accountId).toArray()));
            var before = new HashMap<UUID, Place>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    before.put(
                            rows.getObject(1, UUID.class),
                            new Place(
                                    rows.getObject(2, UUID.class),
                                    Set.copyOf(List.of((String[]) rows.getArray(3).getArray()))));
                }
            }
            return sheets.stream()
                    .filter(sheet -> !Place.of(sheet).equals(before.get(sheet.accountId())))
                    .map(Sheet::accountId)
                    .toList();
        }
    }

    private void markAround(Connection connection, List<UUID> accounts) throws SQLException {
        marks.mark(connection, "white-space", Facts.around(connection, accounts));
    }

    private Sheet sheet(JsonNode payload) {
        try {
            return sheets.readValue(payload);
        } catch (IOException e) {
            throw new UncheckedIOException("The fact sheet cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        markAround(connection, keys.stream().map(UUID::fromString).toList());
        forget(connection, keys);
    }

    private static void forget(Connection connection, Collection<String> keys) throws SQLException {
        for (var table : List.of("account_holdings", "account_facts")) {
            try (var delete =
                    connection.prepareStatement(
                            "delete from " + table + " where account_id = any (?::uuid[])")) {
                delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
                delete.executeUpdate();
            }
        }
    }

    @Override
    public void applied(Connection connection, Collection<String> keys) throws SQLException {
        markAbove(connection, keys);
        marks.mark(connection, "white-space", keys);
        marks.mark(connection, "fix-first", keys);
    }

    @Override
    public void exchanged(Connection connection, Collection<String> keys) throws SQLException {
        applied(connection, keys);
        markAround(connection, keys.stream().map(UUID::fromString).toList());
    }

    private void markAbove(Connection connection, Collection<String> keys) throws SQLException {
        var above = new HashSet<String>();
        for (var id : Facts.above(connection, keys.stream().map(UUID::fromString).toList())) {
            above.add(id.toString());
        }
        marks.mark(connection, "white-space", above);
    }

    /// What other accounts of the tree look at.
    private record Place(@Nullable UUID parent, Set<String> holdings) {

        static Place of(Sheet sheet) {
            return new Place(
                    sheet.parentId(),
                    sheet.holdings().stream()
                            .map(held -> holding(sheet, held))
                            .collect(Collectors.toUnmodifiableSet()));
        }

        private static String holding(Sheet sheet, Sheet.Holding held) {
            var end = sheet.end(held);
            return held.productCode() + " " + held.startsOn() + (end == null ? "" : " " + end);
        }
    }
}
