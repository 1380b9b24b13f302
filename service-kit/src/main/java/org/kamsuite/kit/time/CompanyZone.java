package org.kamsuite.kit.time;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/// Where a service keeps the company's zone; every replica asks again and again, since an event
/// that changes it reaches only one of them.
public interface CompanyZone {

    /// The zone, or empty before the company's settings are known.
    Optional<ZoneId> zone(Connection connection) throws SQLException;
}
