package org.kamsuite.opportunity.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.kamsuite.kit.daily.DailyTask;
import org.kamsuite.kit.stale.StaleMarks;

/// Every business day decay, windows and peers are looked at anew.
@ApplicationScoped
class DailyWhiteSpace implements DailyTask {

    private final StaleMarks marks;

    @Inject
    DailyWhiteSpace(StaleMarks marks) {
        this.marks = marks;
    }

    @Override
    public String name() {
        return "white-space";
    }

    @Override
    public void run(LocalDate day, Connection connection) throws SQLException {
        marks.markAll(connection, "white-space", "select account_id::text from account_facts");
    }
}
