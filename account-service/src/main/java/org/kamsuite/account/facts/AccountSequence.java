package org.kamsuite.account.facts;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.rest.WrittenSequence;
import org.kamsuite.kit.time.BusinessClock;

/// Orders the writes to an account: each locks its row and takes the next number of its sequence.
@ApplicationScoped
public class AccountSequence {

    public static final String SHEETS = "accounts";
    public static final String CHANGES = "account-changes";

    private final DataSource database;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final WrittenSequence written;
    private final ChangeEvents feed;

    @Inject
    AccountSequence(
            DataSource database,
            Outbox outbox,
            BusinessClock clock,
            WrittenSequence written,
            ChangeEvents feed) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.written = written;
        this.feed = feed;
    }

    /// Locks the account until the transaction ends.
    ///
    /// @throws NotFound if there is no such account
    public void lock(UUID account) {
        try (var connection = database.getConnection()) {
            if (lock(connection, List.of(account)) == 0) {
                throw new NotFound("account", account);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The account could not be locked", e);
        }
    }

    /// Locks several accounts, in the order of their identifiers.
    public void lock(Collection<UUID> accounts) {
        try (var connection = database.getConnection()) {
            lock(connection, accounts);
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts could not be locked", e);
        }
    }

    /// Locks the account, takes its next number, and makes its fact sheet due.
    ///
    /// @throws NotFound if there is no such account
    public long advance(UUID account) {
        var version = advance(List.of(account)).get(account);
        if (version == null) {
            throw new NotFound("account", account);
        }
        return version.sequence();
    }

    /// The same for several accounts, locked in the order of their identifiers.
    public Map<UUID, Version> advance(Collection<UUID> accounts) {
        var advanced = new LinkedHashMap<UUID, Version>();
        if (accounts.isEmpty()) {
            return advanced;
        }
        try (var connection = database.getConnection()) {
            lock(connection, accounts);
            try (var update =
                    connection.prepareStatement(
                            """
                            update accounts
                            set sequence = sequence + 1, changed_on = ?
                            where id = any (?)
                            returning id, (select epoch from epochs), sequence
                            """)) {
                update.setObject(1, clock.today());
                update.setArray(2, connection.createArrayOf("uuid", accounts.toArray()));
                try (var rows = update.executeQuery()) {
                    while (rows.next()) {
                        advanced.put(
                                rows.getObject(1, UUID.class),
                                new Version(rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The account's sequence could not be advanced", e);
        }
        if (advanced.size() == 1 && Arc.container().requestContext().isActive()) {
            advanced.forEach((account, version) ->
                    written.wrote(account, version.epoch(), version.sequence()));
        }
        outbox.states(SHEETS, advanced.keySet().stream().map(UUID::toString).toList());
        return advanced;
    }

    private static int lock(Connection connection, Collection<UUID> accounts) throws SQLException {
        try (var lock =
                connection.prepareStatement(
                        "select 1 from accounts where id = any (?) order by id for no key update")) {
            lock.setArray(1, connection.createArrayOf("uuid", new TreeSet<>(accounts).toArray()));
            var locked = 0;
            try (var rows = lock.executeQuery()) {
                while (rows.next()) {
                    locked++;
                }
            }
            return locked;
        }
    }

    /// Files what has changed for the readers of changes.
    public void changed(Change change) {
        changed(List.of(change));
    }

    /// Files several changes in their order.
    public void changed(List<Change> changes) {
        outbox.changes(feed.events(changes));
    }

    /// A version of an account's facts.
    public record Version(long epoch, long sequence) {}

    /// What changed at an account: the name of the change in kebab case, and the content before and
    /// after.
    ///
    /// @param fact the fact that changed, where it was not the account itself
    /// @param cause what made it change, where it was not a request
    public record Change(
            UUID account,
            long sequence,
            String what,
            String actor,
            @Nullable UUID fact,
            @Nullable Cause cause,
            @Nullable Object before,
            @Nullable Object after) {

        /// A change of the account itself, by a request.
        public Change(
                UUID account,
                long sequence,
                String what,
                String actor,
                @Nullable Object before,
                @Nullable Object after) {
            this(account, sequence, what, actor, null, null, before, after);
        }
    }

    /// What made an account change: a request, an event, an import or the system, and its
    /// identifier.
    public record Cause(Kind kind, String id) {

        /// What kind of thing it was.
        public enum Kind {
            REQUEST,
            EVENT,
            IMPORT,
            SYSTEM
        }
    }
}
