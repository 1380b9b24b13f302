package org.kamsuite.kit.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.time.BusinessClock;

/// Deletes finished rebuilds and replays of dead letters that are older than they are kept.
@ApplicationScoped
class AdministrationRetention implements DailyTask {

    private static final List<String> DELETIONS =
            List.of(
                    "delete from rebuilds where finished_at < ?",
                    "delete from dead_letter_replays where replayed_at < ?");

    private final AdministrationConfig config;
    private final BusinessClock clock;

    @Inject
    AdministrationRetention(AdministrationConfig config, BusinessClock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "administration-retention";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        var oldest = clock.instant().atZone(clock.zone()).minus(config.keep()).toInstant();
        for (var deletion : DELETIONS) {
            try (var delete = connection.prepareStatement(deletion)) {
                delete.setTimestamp(1, Timestamp.from(oldest));
                delete.executeUpdate();
            }
        }
    }
}
