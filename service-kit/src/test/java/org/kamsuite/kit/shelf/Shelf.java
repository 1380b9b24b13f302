package org.kamsuite.kit.shelf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.rest.WrittenSequence;
import org.kamsuite.kit.time.Ids;

@ApplicationScoped
class Shelf {

    private final DataSource database;
    private final Precondition precondition;
    private final WrittenSequence written;

    @Inject
    Shelf(DataSource database, Precondition precondition, WrittenSequence written) {
        this.database = database;
        this.precondition = precondition;
        this.written = written;
    }

    @Transactional
    BookResponse put(Book book) throws SQLException {
        var id = Ids.next();
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into books
                                  (id, title, pages, price, printed_on, added_at, binding)
                                values (?, ?, ?, ?, ?, ?::timestamptz, ?)
                                """)) {
            insert.setObject(1, id);
            insert.setString(2, book.title());
            insert.setInt(3, book.pages());
            insert.setBigDecimal(4, book.price());
            insert.setDate(5, Date.valueOf(book.printedOn()));
            insert.setString(6, Instant.EPOCH.plusMillis(book.pages()).toString());
            insert.setString(7, book.binding() == null ? null : book.binding().name());
            insert.executeUpdate();
            for (var author : book.authors()) {
                nameAuthor(connection, id, author);
            }
        }
        written.wrote(id, 1, 1);
        return find(id);
    }

    private static void nameAuthor(Connection connection, UUID id, String author)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into authors values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, author);
            insert.executeUpdate();
        }
    }

    @Transactional
    BookResponse rename(UUID id, String title) throws SQLException {
        precondition.require(find(id).etag());
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                "update books set title = ?, version = version + 1 where id = ?")) {
            update.setString(1, title);
            update.setObject(2, id);
            update.executeUpdate();
        }
        return find(id);
    }

    BookResponse find(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select title, pages, price, binding, version from books where id = ?")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFound("book", id);
                }
                return new BookResponse(
                        id,
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getBigDecimal(3).toPlainString(),
                        rows.getString(4),
                        rows.getLong(5));
            }
        }
    }
}
