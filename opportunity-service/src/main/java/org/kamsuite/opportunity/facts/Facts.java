package org.kamsuite.opportunity.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the projected facts.
@ApplicationScoped
public class Facts {

    private static final String WHOLE_TREE =
            """
            with recursive path (id, parent_id) as (
                select account_id, parent_id from account_facts where account_id = any (?)
                union
                select f.account_id, f.parent_id
                from account_facts f
                join path p on f.account_id = p.parent_id
            ),
            tree (id) as (
                select id from path
                union
                select f.account_id
                from account_facts f
                join tree t on f.parent_id = t.id
            )
            """;

    private final ObjectReader sheets;

    @Inject
    Facts(ObjectMapper json) {
        this.sheets = json.readerFor(Sheet.class);
    }

    /// The sheets of the account, first, and of everything below it; none where it is not known.
    public List<Sheet> tree(Connection connection, UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive below (id) as (
                            select account_id from account_facts where account_id = ?
                            union
                            select f.account_id
                            from account_facts f
                            join below b on f.parent_id = b.id
                        )
                        select f.sheet::text
                        from account_facts f
                        join below b on b.id = f.account_id
                        order by (f.account_id = ?) desc, f.account_id
                        """)) {
            select.setObject(1, account);
            select.setObject(2, account);
            var members = new ArrayList<Sheet>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    members.add(sheet(rows.getString(1)));
                }
            }
            return members;
        }
    }

    /// The sheet of one account.
    public Optional<Sheet> sheet(Connection connection, UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select sheet::text from account_facts where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(sheet(rows.getString(1))) : Optional.empty();
            }
        }
    }

    /// The products held on the day anywhere in the whole tree that the account belongs to.
    public Set<String> heldAround(Connection connection, UUID account, LocalDate day)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        WHOLE_TREE
                                + """
                                select distinct h.product_code
                                from account_holdings h
                                join tree t on t.id = h.account_id
                                where h.starts_on <= ? and (h.ends_on is null or h.ends_on > ?)
                                """)) {
            select.setArray(1, connection.createArrayOf("uuid", new Object[] {account}));
            select.setObject(2, day);
            select.setObject(3, day);
            var held = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getString(1));
                }
            }
            return held;
        }
    }

    /// Every account of the whole trees that the given ones belong to, as keys of stale marks.
    static List<String> around(Connection connection, List<UUID> accounts) throws SQLException {
        try (var select = connection.prepareStatement(WHOLE_TREE + "select id::text from tree")) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            var keys = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }

    private Sheet sheet(String text) {
        try {
            return sheets.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact sheet cannot be read: " + e.getMessage(), e);
        }
    }

    /// All accounts above the given ones.
    static List<UUID> above(Connection connection, List<UUID> accounts) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive above (id) as (
                            select parent_id
                            from account_facts
                            where account_id = any (?) and parent_id is not null
                            union
                            select f.parent_id
                            from account_facts f
                            join above a on f.account_id = a.id
                            where f.parent_id is not null
                        )
                        select id from above
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            var above = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    above.add(rows.getObject(1, UUID.class));
                }
            }
            return above;
        }
    }

    /// The account and all above it, as keys of stale marks.
    public List<String> upwards(Connection connection, UUID account) throws SQLException {
        var keys = new ArrayList<String>();
        keys.add(account.toString());
        above(connection, List.of(account)).forEach(id -> keys.add(id.toString()));
        return keys;
    }

    public Optional<Version> version(Connection connection, UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select epoch, sequence from account_facts where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Version(rows.getLong(1), rows.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /// The company's currency and fiscal year, or empty before they are known.
    public Optional<Company> company(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                "select currency, fiscal_year_start_month from company")) {
            return rows.next()
                    ? Optional.of(new Company(rows.getString(1), new FiscalYear(rows.getInt(2))))
                    : Optional.empty();
        }
    }

    /// A version of an account's facts.
    public record Version(long epoch, long sequence) {}

    /// What is read of the company's settings.
    public record Company(String currency, FiscalYear fiscalYear) {}
}
