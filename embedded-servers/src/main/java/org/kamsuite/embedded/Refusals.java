package org.kamsuite.embedded;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What a database refuses to the role that a service runs with.
public final class Refusals {

    /// The SQLSTATE of a statement that the role has no right to.
    public static final String NOT_ALLOWED = "42501";

    private Refusals() {}

    /// The SQLSTATE of the refusal, or null where the statement is carried out.
    public static @Nullable String of(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
