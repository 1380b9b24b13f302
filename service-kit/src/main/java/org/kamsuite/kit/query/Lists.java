package org.kamsuite.kit.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Answers lists: filtered, sorted and paged by keyset, so that a page costs the same wherever it
/// lies.
@ApplicationScoped
public class Lists {

    private final DataSource database;

    @Inject
    Lists(DataSource database) {
        this.database = database;
    }

    /// A page of the list that the request's query parameters describe.
    ///
    /// @param columns `select a.id, a.name, …`, the columns that the row is made of
    public <T> Page<T> page(ListSpec spec, UriInfo request, String columns, Row<T> row) {
        return page(spec, request, Set.of(), columns, row);
    }

    /// The same, where the operation knows other query parameters too.
    public <T> Page<T> page(
            ListSpec spec, UriInfo request, Set<String> others, String columns, Row<T> row) {
        var query = ListQuery.of(spec, request.getQueryParameters(), others);
        try (var connection = database.getConnection()) {
            return page(connection, query, columns, row);
        } catch (SQLException e) {
            throw new IllegalStateException("The list could not be read", e);
        }
    }

    private static <T> Page<T> page(
            Connection connection, ListQuery query, String columns, Row<T> row)
            throws SQLException {
        var items = new ArrayList<T>();
        String next = null;
        try (var select = connection.prepareStatement(query.pageSql(columns))) {
            bind(connection, select, query.pageArguments());
            try (var rows = select.executeQuery()) {
                List<@Nullable String> last = List.of();
                while (rows.next()) {
                    if (items.size() == query.limit()) {
                        next = Cursor.write(query.orders(), last);
                        break;
                    }
                    items.add(row.of(rows));
                    last = keys(rows, query.orders().size());
                }
            }
        }
        return new Page<>(items, next, query.counted() ? count(connection, query) : null);
    }

    private static List<@Nullable String> keys(ResultSet rows, int number) throws SQLException {
        var columns = rows.getMetaData().getColumnCount();
        var keys = new ArrayList<@Nullable String>();
        for (var column = columns - number + 1; column <= columns; column++) {
            keys.add(rows.getString(column));
        }
        return keys;
    }

    private static long count(Connection connection, ListQuery query) throws SQLException {
        try (var select = connection.prepareStatement(query.countSql())) {
            bind(connection, select, query.countArguments());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement select, List<Object> values)
            throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String[] several) {
                select.setArray(i + 1, connection.createArrayOf("text", several));
            } else {
                select.setString(i + 1, (String) values.get(i));
            }
        }
    }

    /// Makes an item of the current row.
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
