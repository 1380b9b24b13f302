package org.kamsuite.account.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Measures the fact sheet of an account as the transaction would leave it.
public interface SheetSize {

    long bytesOf(Connection connection, UUID account) throws SQLException;
}
