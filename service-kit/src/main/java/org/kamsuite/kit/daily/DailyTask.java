package org.kamsuite.kit.daily;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/// Something done once in a business day, in one transaction, by whichever replica comes first.
///
/// Missed days collapse into one: only the present day is run.
public interface DailyTask {

    String name();

    void run(LocalDate day, Connection connection) throws SQLException;
}
