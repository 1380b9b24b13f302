package org.kamsuite.scoring.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.time.BusinessClock;

/// Deletes verdicts that are older than the history keeps them.
@ApplicationScoped
class HistoryRetention implements DailyTask {

    private final ScoreConfig config;
    private final BusinessClock clock;

    @Inject
    HistoryRetention(ScoreConfig config, BusinessClock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "score-history-retention";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        var oldest = clock.instant().atZone(clock.zone()).minus(config.keepHistory()).toInstant();
        try (var delete =
                connection.prepareStatement(
                        """
                        delete from score_history h
                        where computed_at < ?
                            and not exists (
                                select from scores s where s.score_id = h.score_id)
                        """)) {
            delete.setTimestamp(1, Timestamp.from(oldest));
            delete.executeUpdate();
        }
    }
}
