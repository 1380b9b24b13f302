package org.kamsuite.account.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kamsuite.kit.problem.Unprocessable;

/// Keeps the fact sheet of an account below what one event can carry.
///
/// A bound that each recorded fact raises is kept beside the account; only where the bound is past
/// the limit is the sheet itself measured, and the bound set to what it measures.
@ApplicationScoped
class SheetRoom {

    /// The most bytes of a fact sheet: the largest event, less what a profile and its names take.
    static final long MOST = 4_000_000;

    /// The most bytes that a fact takes in the sheet beyond its content: names of members,
    /// identifier.
    private static final int FRAME = 500;

    private final DataSource database;
    private final EntityManager entities;
    private final SheetSize sheets;
    private final ObjectMapper json;

    @Inject
    SheetRoom(DataSource database, EntityManager entities, SheetSize sheets, ObjectMapper json) {
        this.database = database;
        this.entities = entities;
        this.sheets = sheets;
        this.json = json;
    }

    /// Makes room for a fact that has just been recorded.
    ///
    /// @throws Unprocessable if the sheet would no longer fit into an event
    void require(UUID account, FactContent content) {
        require(Map.of(account, List.of(content)));
    }

    /// Makes room for facts that have just been recorded, by their accounts.
    ///
    /// @throws Unprocessable if a sheet would no longer fit into an event
    void require(Map<UUID, List<FactContent>> recorded) {
        try (var connection = database.getConnection()) {
            var more = new HashMap<UUID, Long>();
            for (var account : recorded.entrySet()) {
                more.put(account.getKey(), bytes(account.getValue()));
            }
            for (var bound : raise(connection, more).entrySet()) {
                if (bound.getValue() > MOST) {
                    entities.flush();
                    measure(connection, bound.getKey());
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The fact sheets could not be measured", e);
        }
    }

    /// Whether a fact that is not recorded yet has room.
    boolean fits(UUID account, FactContent content) {
        try (var connection = database.getConnection()) {
            var more = bytes(List.of(content));
            if (raise(connection, Map.of(account, 0L)).getOrDefault(account, 0L) + more <= MOST) {
                return true;
            }
            entities.flush();
            return sheets.bytesOf(connection, account) + more <= MOST;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The fact sheet could not be measured", e);
        }
    }

    private long bytes(List<FactContent> contents) throws JsonProcessingException {
        var bytes = 0L;
        for (var content : contents) {
            bytes += json.writeValueAsBytes(content).length + FRAME;
        }
        return bytes;
    }

    /// Raises the bounds of accounts by so many bytes, and answers them.
    private static Map<UUID, Long> raise(Connection connection, Map<UUID, Long> more)
            throws SQLException {
        var bounds = new HashMap<UUID, Long>();
        try (var update =
                connection.prepareStatement(
                        """
                        update accounts
                        set sheet_bound = sheet_bound + more.bytes
                        from unnest(?, ?) as more (id, bytes)
                        where accounts.id = more.id
                        returning accounts.id, sheet_bound
                        """)) {
            var ids = more.keySet().toArray();
            var bytes = Stream.of(ids).map(more::get).toArray();
            update.setArray(1, connection.createArrayOf("uuid", ids));
            update.setArray(2, connection.createArrayOf("bigint", bytes));
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    bounds.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return bounds;
    }

    private void measure(Connection connection, UUID account) throws SQLException {
        var size = sheets.bytesOf(connection, account);
        if (size > MOST) {
            throw new Unprocessable(
                    "fact-sheet-full",
                    "The facts of an account take at most "
                            + MOST
                            + " bytes in its fact sheet; with this one they would take "
                            + size);
        }
        try (var update =
                connection.prepareStatement("update accounts set sheet_bound = ? where id = ?")) {
            update.setLong(1, size);
            update.setObject(2, account);
            update.executeUpdate();
        }
    }
}
