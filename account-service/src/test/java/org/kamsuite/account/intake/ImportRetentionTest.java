package org.kamsuite.account.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.time.BusinessClock;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "account"))
class ImportRetentionTest {

    @Inject DataSource database;
    @Inject ImportRetention retention;
    @Inject BusinessClock clock;

    @Test
    void deletesImportsThatEndedLongAgoWithTheirRows() {
        var deletedAndKept =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            try (var connection = database.getConnection()) {
                                var old = insert(connection, 31);
                                var young = insert(connection, 29);
                                retention.run(clock.today(), connection);
                                return new long[] {rows(connection, old), rows(connection, young)};
                            }
                        });

        assertThat(deletedAndKept).containsExactly(0, 1);
    }

    private UUID insert(Connection connection, int daysAgo) throws SQLException {
        var id = UUID.randomUUID();
        try (var insert =
                connection.prepareStatement(
                        """
                        with import as (
                            insert into imports (
                                id, kind, system, dry_run, state, submitted_by, submitted_at,
                                finished_at)
                            select given.id, 'accounts', 'ERP', false, 'DONE', 'erp', given.at,
                                given.at
                            from (values (?::uuid, ?::timestamptz)) as given (id, at)
                            returning id)
                        insert into import_rows (import_id, row_number, outcome)
                        select id, 1, 'CREATED' from import
                        """)) {
            insert.setObject(1, id);
            insert.setTimestamp(2, Timestamp.from(clock.instant().minus(Duration.ofDays(daysAgo))));
            insert.executeUpdate();
        }
        return id;
    }

    private static long rows(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select count(*)
                        from imports
                        join import_rows on import_id = id
                        where id = ?
                        """)) {
            select.setObject(1, id);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
