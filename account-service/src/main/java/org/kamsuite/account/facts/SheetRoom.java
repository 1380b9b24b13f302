package org.kamsuite.account.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
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
        try (var connection = database.getConnection()) {
            if (raise(connection, account, bytes(content)) > MOST) {
                entities.flush();
                measure(connection, account);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The fact sheet could not be measured", e);
        }
    }

    /// Whether a fact that is not recorded yet has room.
    boolean fits(UUID account, FactContent content) {
        try (var connection = database.getConnection()) {
            var more = bytes(content);
            if (raise(connection, account, 0) + more <= MOST) {
                return true;
            }
            entities.flush();
            return sheets.bytesOf(connection, account) + more <= MOST;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The fact sheet could not be measured", e);
        }
    }

    private long bytes(FactContent content) throws JsonProcessingException {
        return (long) json.writeValueAsBytes(content).length + FRAME;
    }

    private static long raise(Connection connection, UUID account, long bytes) throws SQLException {
        try (var update =
                connection.prepareStatement(
                        """
                        update accounts
                        set sheet_bound = sheet_bound + ?
                        where id = ?
                        returning sheet_bound
                        """)) {
            update.setLong(1, bytes);
            update.setObject(2, account);
            try (var rows = update.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
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
