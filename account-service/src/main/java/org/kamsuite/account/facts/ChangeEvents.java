package org.kamsuite.account.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence.Change;
import org.kamsuite.kit.outbox.ChangeEvent;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;

/// Makes the events of changes: with the account's external identifiers, the actor, the cause, and
/// of the content only what differs.
@ApplicationScoped
class ChangeEvents {

    private final DataSource database;
    private final BusinessClock clock;
    private final RequestCause request;
    private final ObjectMapper json;

    @Inject
    ChangeEvents(
            DataSource database, BusinessClock clock, RequestCause request, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.request = request;
        this.json = json;
    }

    List<ChangeEvent> events(List<Change> changes) {
        var now = clock.instant();
        var names = externalIds(changes.stream().map(Change::account).distinct().toList());
        return changes.stream()
                .map(change -> event(change, names.getOrDefault(change.account(), List.of()), now))
                .toList();
    }

    private ChangeEvent event(Change change, List<ExternalName> names, Instant now) {
        var id = Ids.next();
        var before = tree(change.before());
        var after = tree(change.after());
        var data = json.createObjectNode();
        data.put("accountId", change.account().toString());
        data.set("externalIds", json.valueToTree(names));
        data.put("sequence", change.sequence());
        data.put("actor", change.actor());
        data.set("cause", json.valueToTree(cause(change, id)));
        data.put("recordedAt", now.toString());
        data.put("factId", change.fact() == null ? null : change.fact().toString());
        data.set("before", differing(before, after));
        data.set("after", differing(after, before));
        return new ChangeEvent(
                id,
                AccountSequence.CHANGES,
                change.account().toString(),
                "org.kamsuite.account." + change.what() + ".v1",
                now,
                data);
    }

    private AccountSequence.Cause cause(Change change, UUID event) {
        if (change.cause() != null) {
            return change.cause();
        }
        return request.current()
                .orElseGet(() ->
                        new AccountSequence.Cause(
                                AccountSequence.Cause.Kind.SYSTEM, event.toString()));
    }

    private JsonNode tree(@Nullable Object value) {
        return json.valueToTree(value instanceof FactContent fact ? fact.disclosed() : value);
    }

    /// The members of one object that the other has not, or has otherwise.
    private static JsonNode differing(JsonNode one, JsonNode other) {
        if (!(one instanceof ObjectNode object) || !other.isObject()) {
            return one;
        }
        var differing = object.deepCopy();
        object.properties().stream()
                .filter(member -> member.getValue().equals(other.get(member.getKey())))
                .forEach(member -> differing.remove(member.getKey()));
        return differing;
    }

    private Map<UUID, List<ExternalName>> externalIds(List<UUID> accounts) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select account_id, system, external_id
                                from account_external_ids
                                where account_id = any (?)
                                order by system, external_id
                                """)) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            var names = new HashMap<UUID, List<ExternalName>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new ExternalName(rows.getString(2), rows.getString(3)));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("The external identifiers could not be read", e);
        }
    }

    /// An identifier of the account in another system, as events carry it.
    record ExternalName(String system, String id) {}
}
