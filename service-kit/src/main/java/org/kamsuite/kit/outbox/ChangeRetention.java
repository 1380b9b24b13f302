package org.kamsuite.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.time.BusinessClock;

/// Deletes published changes that are older than the feed keeps them.
@ApplicationScoped
class ChangeRetention implements DailyTask {

    private final OutboxConfig config;
    private final BusinessClock clock;

    @Inject
    ChangeRetention(OutboxConfig config, BusinessClock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "change-retention";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        var oldest = clock.instant().atZone(clock.zone()).minus(config.keepChanges()).toInstant();
        try (var delete =
                connection.prepareStatement(
                        """
                        with deleted as (
                            delete from changes
                            where occurred_at < ? and feed_position is not null
                            returning feed_position
                        )
                        select coalesce(max(feed_position), 0) from deleted
                        """)) {
            delete.setTimestamp(1, Timestamp.from(oldest));
            try (var rows = delete.executeQuery()) {
                rows.next();
                FeedPositions.forget(connection, rows.getLong(1));
            }
        }
    }
}
