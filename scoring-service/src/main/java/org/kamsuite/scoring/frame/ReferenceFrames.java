package org.kamsuite.scoring.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.Frame;
import org.kamsuite.scoring.criteria.FrameBuilder;
import org.kamsuite.scoring.criteria.Rounding;
import org.kamsuite.scoring.facts.Facts;
import org.kamsuite.scoring.models.ScoringModels;

/// Makes and reads reference frames; a new one makes every score stale.
@ApplicationScoped
public class ReferenceFrames {

    private static final String LATEST =
            """
            select frame, made_on, cycle, company_revenue, team_hours, active_accounts,
                lifetime_value_median, segments::text, coalesce(score_quantiles, '{}')::text
            from reference_frames
            order by frame desc
            limit 1
            """;

    private static final String QUANTILES =
            """
            select jsonb_object_agg(code, quantiles)
            from (
                select c.key as code,
                    percentile_disc(
                        array(select n / 100.0::float8 from generate_series(0, 100) hundredths (n)))
                        within group (order by (c.value ->> 'score')::numeric) as quantiles
                from scores s
                cross join jsonb_each(s.verdict -> 'criteria') c
                where c.value ->> 'score' is not null
                group by c.key) spread
            """;

    private final Facts facts;
    private final StaleMarks marks;
    private final ScoringModels models;
    private final BusinessClock clock;
    private final ObjectMapper json;

    @Inject
    ReferenceFrames(
            Facts facts,
            StaleMarks marks,
            ScoringModels models,
            BusinessClock clock,
            ObjectMapper json) {
        this.facts = facts;
        this.marks = marks;
        this.models = models;
        this.clock = clock;
        this.json = json;
    }

    /// The frame that scores are computed in: the newest, or a first one once there is revenue.
    public Frame current(Connection connection) throws SQLException {
        var latest = usable(connection);
        if (latest.isPresent()) {
            return latest.get();
        }
        lock(connection);
        // While we waited for the lock another process may have made it.
        var meanwhile = usable(connection);
        return meanwhile.isPresent() ? meanwhile.get() : make(connection, true);
    }

    /// The newest frame, unless it was made before the accounts came in.
    private Optional<Frame> usable(Connection connection) throws SQLException {
        var latest = latest(connection);
        var empty = latest.isPresent() && latest.get().companyRevenue() <= 0;
        return empty && hasNewRevenue(connection) || FrameBasis.isOutgrown(connection)
                ? Optional.empty()
                : latest;
    }

    /// Whether an account with purchases has come in since the newest frame was made.
    private static boolean hasNewRevenue(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                """
                                select exists (
                                    select 1
                                    from account_facts
                                    where received_at > (select max(made_at) from reference_frames)
                                        and sheet -> 'revenue' ->> 'lastPurchaseOn' is not null
                                )
                                """)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    public Optional<Frame> latest(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(LATEST)) {
            return rows.next() ? Optional.of(frame(rows)) : Optional.empty();
        }
    }

    private Frame frame(ResultSet row) throws SQLException {
        try {
            var median = row.getBigDecimal(7);
            return new Frame(
                    row.getLong(1),
                    row.getString(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getInt(6),
                    median == null ? null : median.doubleValue(),
                    json.readValue(
                            row.getString(8), new TypeReference<Map<String, Frame.Segment>>() {}),
                    json.readValue(
                            row.getString(9),
                            new TypeReference<Map<Criterion.Code, List<Double>>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The segments of a frame cannot be read", e);
        }
    }

    /// Makes a frame of today in the caller's transaction and marks every account.
    ///
    /// @param renewMedian whether the median of lifetime values is taken anew inside a cycle
    public Frame make(Connection connection, boolean renewMedian) throws SQLException {
        lock(connection);
        var today = clock.today();
        var calendar =
                facts.calendar(connection)
                        .orElseThrow(() ->
                                new Conflict(
                                        "settings-missing",
                                        "The company has no settings yet",
                                        "The account service has not told the company's settings"));
        var cycle = calendar.cycleOf(today);
        var builder = new FrameBuilder(models.published(connection).model());
        facts.eachTree(connection, today, builder::add);
        var made = builder.frame(0, cycle, null);
        var kept = renewMedian ? null : kept(connection, made, today);
        var median = kept == null ? median(connection, today, builder, made) : kept;
        insert(connection, today, builder.frame(0, cycle, median), kept != null);
        marks.markAll(connection, "score", "select account_id::text from account_facts");
        // As stored, that is rounded: what the next batches read.
        return latest(connection).orElseThrow();
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('reference-frame', 0))");
        }
    }

    /// Inside a cycle the median stays, so that it moves no score; unless it is one of revenues and
    /// now of margins, or rests on the fragment that had come in when it was taken.
    private @Nullable Double kept(Connection connection, Frame made, LocalDate today)
            throws SQLException {
        var before = latest(connection);
        return before.isEmpty()
                        || !before.get().cycle().equals(made.cycle())
                        || before.get().knowsMargins() != made.knowsMargins()
                        || FrameBasis.isOfFirstDay(connection, today)
                        || FrameBasis.isOutgrown(connection)
                ? null
                : before.get().lifetimeValueMedian();
    }

    private @Nullable Double median(
            Connection connection, LocalDate today, FrameBuilder builder, Frame made)
            throws SQLException {
        facts.eachTree(connection, today, tree -> builder.addValue(tree, made));
        return builder.median().orElse(null);
    }

    private void insert(Connection connection, LocalDate today, Frame frame, boolean keepsTheMedian)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into reference_frames (
                            made_on, cycle, company_revenue, team_hours, active_accounts,
                            lifetime_value_median, segments, purchasing_accounts,
                            score_quantiles)
                        select ?, ?, ?, ?, ?, ?, ?::jsonb,
                            case
                                when ? then (
                                    select purchasing_accounts
                                    from reference_frames
                                    order by frame desc
                                    limit 1)
                                else (
                                    select count(*)
                                    from account_facts
                                    where sheet -> 'revenue' ->> 'lastPurchaseOn' is not null)
                            end,
                            (%s)
                        """
                                .formatted(QUANTILES))) {
            insert.setObject(1, today);
            insert.setString(2, frame.cycle());
            insert.setBigDecimal(3, Rounding.places(frame.companyRevenue(), 4));
            insert.setBigDecimal(4, Rounding.two(frame.teamHours()));
            insert.setInt(5, frame.activeAccounts());
            var median = frame.lifetimeValueMedian();
            BigDecimal stored = median == null ? null : Rounding.places(median, 4);
            insert.setBigDecimal(6, stored);
            insert.setString(7, json.writeValueAsString(frame.segments()));
            insert.setBoolean(8, keepsTheMedian);
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Segments are JSON", e);
        }
    }
}
