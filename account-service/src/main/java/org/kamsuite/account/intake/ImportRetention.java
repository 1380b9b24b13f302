package org.kamsuite.account.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.time.BusinessClock;

/// Deletes imports with the results of their rows some days after they have ended.
@ApplicationScoped
class ImportRetention implements DailyTask {

    private final ImportConfig config;
    private final BusinessClock clock;

    @Inject
    ImportRetention(ImportConfig config, BusinessClock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "import-retention";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        """
                        with old as (
                            select id from imports where state = 'DONE' and finished_at < ?),
                        forgotten as (
                            delete from import_rows where import_id in (select id from old))
                        delete from imports where id in (select id from old)
                        """)) {
            var kept = Duration.ofDays(config.retentionDays());
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(kept)));
            delete.executeUpdate();
        }
    }
}
