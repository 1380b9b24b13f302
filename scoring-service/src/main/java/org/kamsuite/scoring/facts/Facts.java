package org.kamsuite.scoring.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads the projected facts.
@ApplicationScoped
public class Facts {

    private static final int FETCH = 200;

    /// Whether an account counts in the sums of the one above it on a day: once it belongs there,
    /// and until it counts for itself.
    private static final String COUNTS_ABOVE =
            """
            coalesce((f.sheet ->> 'parentSince')::date <= ?, true)
                and coalesce((f.sheet ->> 'ownRollUpFrom')::date > ?, true)
            """;

    private final ObjectReader sheets;

    @Inject
    Facts(ObjectMapper json) {
        this.sheets = json.readerFor(Sheet.class);
    }

    /// The account with everything that is below it on the day and does not count for itself, or
    /// empty where its sheet is not known.
    public Optional<AccountTree> tree(Connection connection, UUID account, LocalDate asOf)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive below (id) as (
                            select account_id from account_facts where account_id = ?
                            union
                            select f.account_id
                            from account_facts f
                            join below b on f.parent_id = b.id
                            where %s
                        )
                        select f.sheet::text
                        from account_facts f
                        join below b on b.id = f.account_id
                        order by (f.account_id = ?) desc, f.account_id
                        """
                                .formatted(COUNTS_ABOVE))) {
            select.setObject(1, account);
            select.setObject(2, asOf);
            select.setObject(3, asOf);
            select.setObject(4, account);
            var members = new ArrayList<Sheet>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    members.add(sheet(rows.getString(1)));
                }
            }
            return members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountTree(members.getFirst(), members, asOf));
        }
    }

    /// Gives every tree to the reader, one at a time; inside a transaction they are streamed.
    public void eachTree(Connection connection, LocalDate asOf, Consumer<AccountTree> reader)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive trees (root, id, depth) as (
                            select f.account_id, f.account_id, 1
                            from account_facts f
                            where f.parent_id is null
                                or not exists (
                                    select 1 from account_facts p where p.account_id = f.parent_id)
                                or not (%1$s)
                            union all
                            select t.root, f.account_id, t.depth + 1
                            from account_facts f
                            join trees t on f.parent_id = t.id
                            where t.depth < 50 and %1$s
                        )
                        select t.root, f.sheet::text
                        from trees t
                        join account_facts f on f.account_id = t.id
                        order by t.root, t.depth, f.account_id
                        """
                                .formatted(COUNTS_ABOVE))) {
            for (var place = 1; place <= 4; place++) {
                select.setObject(place, asOf);
            }
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                var members = new ArrayList<Sheet>();
                UUID root = null;
                while (rows.next()) {
                    var next = rows.getObject(1, UUID.class);
                    if (!next.equals(root) && !members.isEmpty()) {
                        reader.accept(
                                new AccountTree(members.getFirst(), List.copyOf(members), asOf));
                        members.clear();
                    }
                    root = next;
                    members.add(sheet(rows.getString(2)));
                }
                if (!members.isEmpty()) {
                    reader.accept(new AccountTree(members.getFirst(), List.copyOf(members), asOf));
                }
            }
        }
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

    public Optional<WhiteSpace> whiteSpace(Connection connection, UUID account)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select facts_epoch, facts_sequence, white_space_value, sized_cells,
                            unsized_cells, applicable_cells, unknown_cells, wallet_share,
                            wallet_coverage
                        from white_space_totals
                        where account_id = ?
                        """)) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new WhiteSpace(
                                        rows.getLong(1),
                                        rows.getLong(2),
                                        rows.getBigDecimal(3),
                                        rows.getInt(4),
                                        rows.getInt(5),
                                        rows.getInt(6),
                                        rows.getInt(7),
                                        rows.getBigDecimal(8),
                                        rows.getBigDecimal(9)))
                        : Optional.empty();
            }
        }
    }

    /// The company's calendar, or empty before its settings are known.
    public Optional<Calendar> calendar(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                "select fiscal_year_start_month, cycle_months from company")) {
            return rows.next()
                    ? Optional.of(new Calendar(rows.getInt(1), rows.getInt(2)))
                    : Optional.empty();
        }
    }

    private Sheet sheet(String text) {
        try {
            return sheets.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact sheet cannot be read: " + e.getMessage(), e);
        }
    }

    /// A version of an account's facts.
    public record Version(long epoch, long sequence) {}

    /// The start of the fiscal year and the length of a cycle, in months.
    public record Calendar(int fiscalYearStartMonth, int cycleMonths) {

        /// The cycle a day lies in, such as `2026-Q4`.
        public String cycleOf(LocalDate day) {
            var start = LocalDate.of(day.getYear(), fiscalYearStartMonth, 1);
            var year = day.isBefore(start) ? start.minusYears(1) : start;
            var months =
                    (day.getYear() - year.getYear()) * 12
                            + day.getMonthValue()
                            - year.getMonthValue();
            return year.getYear() + "-Q" + (months / cycleMonths + 1);
        }
    }
}
