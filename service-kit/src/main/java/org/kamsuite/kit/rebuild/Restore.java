package org.kamsuite.kit.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.kamsuite.kit.inbox.Inboxes;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.LostStates;
import org.kamsuite.kit.outbox.Republication;
import org.kamsuite.kit.time.Ids;

/// Recognises a restored database by where PostgreSQL keeps it, and makes its history outrank the
/// one that is lost.
///
/// A dump makes another database of it, and a recovery another timeline. So does the promotion of a
/// standby, which may have missed the last commits. Nothing is harmed where none were lost.
@ApplicationScoped
public class Restore {

    private static final Logger LOG = Logger.getLogger(Restore.class);
    private static final String HERE =
            """
            select (select system_identifier from pg_control_system())
                || '/' || (select oid from pg_database where datname = current_database())
                || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
            """;

    private final DataSource database;
    private final Inboxes inboxes;
    private final LostStates lostStates;
    private final Republication republication;
    private final Epoch epoch;
    private volatile boolean recognised;

    @Inject
    Restore(
            DataSource database,
            Inboxes inboxes,
            LostStates lostStates,
            Republication republication,
            Epoch epoch) {
        this.database = database;
        this.inboxes = inboxes;
        this.lostStates = lostStates;
        this.republication = republication;
        this.epoch = epoch;
    }

    void start(@Observes @Priority(1) StartupEvent start) throws SQLException {
        recognise();
        recognised = true;
    }

    /// Whether this process knows that what it writes outranks all that was lost.
    public boolean recognised() {
        return recognised;
    }

    /// Makes this history the one that counts, should the database be kept elsewhere than before.
    void recognise() throws SQLException {
        var here = whereItIsKept();
        if (!here.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .call(() -> {
                        moved(here);
                        return here;
                    });
        }
        epoch.lookUp();
    }

    /// Empty where that is as before.
    private String whereItIsKept() throws SQLException {
        try (var connection = database.getConnection()) {
            var here = here(connection);
            return here.equals(keptAt(connection, "")) ? "" : here;
        }
    }

    private void moved(String here) throws SQLException {
        try (var connection = database.getConnection()) {
            var before = keptAt(connection, "for update");
            if (here.equals(before)) {
                return;
            }
            if (!before.isEmpty()) {
                LOG.warnf(
                        "The database was restored or its server replaced (%s, before %s): everything is published and read anew",
                        here, before);
                announce("restore");
            }
            try (var update = connection.prepareStatement("update epochs set kept_at = ?")) {
                update.setString(1, here);
                update.executeUpdate();
            }
        }
    }

    /// Publishes every state above what the lost history published, takes back what it does not
    /// have any more, and reads again what this service keeps of others.
    ///
    /// @return the number of states by topic
    @Transactional
    public Map<String, Integer> announce(String by) {
        try (var connection = database.getConnection()) {
            for (var inbox : inboxes.all()) {
                RebuildRows.file(connection, Ids.next(), inbox.projection().topic(), by);
            }
            for (var topic : lostStates.topics()) {
                RebuildRows.file(connection, Ids.next(), topic, by);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuilds could not be filed", e);
        }
        return republication.start(true);
    }

    /// Empty where the server does not say.
    private static String here(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(HERE)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            if (isRefused(e)) {
                LOG.debugf("Restores are not recognised by this server: %s", e.getMessage());
                return "";
            }
            throw e;
        }
    }

    /// Neither the functions nor the right to them are everywhere.
    private static boolean isRefused(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.startsWith("42") || state.startsWith("0A") || state.startsWith("55");
    }

    private static String keptAt(Connection connection, String lock) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery("select coalesce(kept_at, '') from epochs " + lock)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
