package org.kamsuite.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.kamsuite.kit.daily.DailyTask;

/// The stored answers; kept for a day at least.
@ApplicationScoped
class IdempotencyKeys implements DailyTask {

    private final DataSource database;

    @Inject
    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /// Whether no other request with this key is being answered at this moment.
    boolean lock(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var lock =
                        connection.prepareStatement(
                                "select pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
            lock.setString(1, scope.toString());
            try (var rows = lock.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    Optional<StoredAnswer> find(Scope scope) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select request_hash, status, body, etag, location, account_sequence
                                from idempotency_keys
                                where caller = ? and route = ? and key = ?
                                """)) {
            select.setString(1, scope.caller());
            select.setString(2, scope.route());
            select.setString(3, scope.key());
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new StoredAnswer(
                                        rows.getString(1),
                                        rows.getInt(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getString(5),
                                        rows.getString(6)))
                        : Optional.empty();
            }
        }
    }

    void store(Scope scope, StoredAnswer answer) throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into idempotency_keys (
                                    caller, route, key, request_hash, status, body, etag,
                                    location, account_sequence)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)) {
            insert.setString(1, scope.caller());
            insert.setString(2, scope.route());
            insert.setString(3, scope.key());
            insert.setString(4, answer.requestHash());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.body());
            insert.setString(7, answer.etag());
            insert.setString(8, answer.location());
            insert.setString(9, answer.accountSequence());
            insert.executeUpdate();
        }
    }

    @Override
    public String name() {
        return "idempotency-keys";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        try (var delete = connection.createStatement()) {
            delete.executeUpdate(
                    "delete from idempotency_keys where answered_at < clock_timestamp() - interval '24 hours'");
        }
    }

    /// A key belongs to one caller and one route.
    record Scope(String caller, String route, String key) {}
}
