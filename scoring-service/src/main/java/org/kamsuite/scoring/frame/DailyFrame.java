package org.kamsuite.scoring.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.scoring.facts.Facts;

/// Every business day has a frame, and with it all that depends on time is computed anew.
@ApplicationScoped
class DailyFrame implements DailyTask {

    private final ReferenceFrames frames;
    private final Facts facts;

    @Inject
    DailyFrame(ReferenceFrames frames, Facts facts) {
        this.frames = frames;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "reference-frame";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        if (facts.calendar(connection).isPresent()) {
            var _ = frames.make(connection, false);
        }
    }
}
