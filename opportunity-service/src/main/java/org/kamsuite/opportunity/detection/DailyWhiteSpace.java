package org.kamsuite.opportunity.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.opportunity.frame.PeerFrames;

/// Every business day has a frame of peers, and decay and windows are looked at anew.
@ApplicationScoped
class DailyWhiteSpace implements DailyTask {

    private final PeerFrames frames;

    @Inject
    DailyWhiteSpace(PeerFrames frames) {
        this.frames = frames;
    }

    @Override
    public String name() {
        return "white-space";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        var _ = frames.make(connection, null);
    }
}
