package org.kamsuite.scoring.facts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;
import org.kamsuite.kit.stale.StaleMarks;

/// The fact sheets of accounts, as they came.
@ApplicationScoped
class AccountProjection implements Projection<JsonNode> {

    private final StaleMarks marks;

    @Inject
    AccountProjection(StaleMarks marks) {
        this.marks = marks;
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
        return List.of("account_facts");
    }

    @Override
    public void replace(Connection connection, List<Received<JsonNode>> newest)
            throws SQLException {
        // Those above an account that moves lose it; those above its new place are marked when
        // applied.
        markAbove(connection, newest.stream().map(Received::key).toList());
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into account_facts (
                            account_id, epoch, sequence, parent_id, name, sector_code, sheet)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (account_id) do update
                        set epoch = excluded.epoch,
                            sequence = excluded.sequence,
                            parent_id = excluded.parent_id,
                            name = excluded.name,
                            sector_code = excluded.sector_code,
                            sheet = excluded.sheet,
                            received_at = excluded.received_at
                        """)) {
            for (var received : newest) {
                var sheet = received.payload();
                upsert.setObject(1, UUID.fromString(received.key()));
                upsert.setLong(2, received.epoch());
                upsert.setLong(3, received.sequence());
                var parent = text(sheet, "parentId");
                upsert.setObject(4, parent == null ? null : UUID.fromString(parent));
                upsert.setString(5, sheet.required("name").asText());
                upsert.setString(6, text(sheet, "sectorCode"));
                upsert.setString(7, sheet.toString());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static @Nullable String text(JsonNode sheet, String field) {
        var value = sheet.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        markAbove(connection, keys);
        try (var delete =
                connection.prepareStatement(
                        "delete from account_facts where account_id = any (?::uuid[])")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void applied(Connection connection, Collection<String> keys) throws SQLException {
        markAbove(connection, keys);
        marks.mark(connection, "score", keys);
    }

    private void markAbove(Connection connection, Collection<String> keys) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive above (id) as (
                            select parent_id
                            from account_facts
                            where account_id = any (?::uuid[]) and parent_id is not null
                            union
                            select f.parent_id
                            from account_facts f
                            join above a on f.account_id = a.id
                            where f.parent_id is not null
                        )
                        select id::text from above
                        """)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var above = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    above.add(rows.getString(1));
                }
            }
            marks.mark(connection, "score", above);
        }
    }
}
