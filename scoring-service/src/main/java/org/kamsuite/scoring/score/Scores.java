package org.kamsuite.scoring.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.LifetimeValue;
import org.kamsuite.scoring.criteria.Rounding;

/// The stored scores.
@ApplicationScoped
class Scores {

    private final ObjectMapper json;

    @Inject
    Scores(ObjectMapper json) {
        this.json = json;
    }

    Optional<Verdict> verdict(Connection connection, UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select verdict::text from scores where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(json.readValue(rows.getString(1), Verdict.class))
                        : Optional.empty();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored verdict cannot be read", e);
        }
    }

    /// Verdict and breakdown as they were stored, word for word.
    Optional<Stored> find(Connection connection, UUID account) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select name, verdict::text, breakdown::text from scores where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Stored(
                                        rows.getString(1),
                                        json.readTree(rows.getString(2)),
                                        json.readTree(rows.getString(3))))
                        : Optional.empty();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored score cannot be read", e);
        }
    }

    /// Stores the score with its breakdown; a published one takes the next version.
    void store(Connection connection, Scoring.Score score, long epoch, boolean published)
            throws SQLException {
        var verdict = score.verdict();
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into scores as known (
                            account_id, score_id, epoch, version, name, status, cycle, frame,
                            model_version, as_of, facts_epoch, facts_sequence, settled, total,
                            coverage, growth, lifetime_value, active_years, box, recommended,
                            recommended_as_emerging, verdict, breakdown)
                        values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?::jsonb, ?::jsonb)
                        on conflict (account_id) do update
                        set score_id = excluded.score_id,
                            epoch = excluded.epoch,
                            version = known.version + ?,
                            name = excluded.name,
                            status = excluded.status,
                            cycle = excluded.cycle,
                            frame = excluded.frame,
                            model_version = excluded.model_version,
                            as_of = excluded.as_of,
                            facts_epoch = excluded.facts_epoch,
                            facts_sequence = excluded.facts_sequence,
                            settled = excluded.settled,
                            total = excluded.total,
                            coverage = excluded.coverage,
                            growth = excluded.growth,
                            lifetime_value = excluded.lifetime_value,
                            active_years = excluded.active_years,
                            box = excluded.box,
                            recommended = excluded.recommended,
                            recommended_as_emerging = excluded.recommended_as_emerging,
                            verdict = excluded.verdict,
                            breakdown = excluded.breakdown,
                            computed_at = excluded.computed_at
                        """)) {
            upsert.setObject(1, verdict.accountId());
            upsert.setObject(2, verdict.scoreId());
            upsert.setLong(3, epoch);
            upsert.setString(4, score.name());
            upsert.setString(5, verdict.status().name());
            upsert.setString(6, verdict.cycle());
            upsert.setLong(7, verdict.frame());
            upsert.setInt(8, verdict.modelVersion());
            upsert.setObject(9, verdict.asOf());
            upsert.setLong(10, verdict.factsEpoch());
            upsert.setLong(11, verdict.factsSequence());
            upsert.setBoolean(12, verdict.settled());
            upsert.setBigDecimal(13, verdict.total());
            upsert.setBigDecimal(14, verdict.coverage());
            upsert.setBigDecimal(15, growth(verdict));
            upsert.setBigDecimal(16, value(score.breakdown().lifetimeValue()));
            upsert.setInt(17, score.activeYears());
            upsert.setString(18, verdict.box() == null ? null : verdict.box().name());
            upsert.setBoolean(19, verdict.recommended());
            upsert.setBoolean(20, verdict.recommendedAsEmerging());
            upsert.setString(21, json.writeValueAsString(verdict));
            upsert.setString(22, json.writeValueAsString(score.breakdown()));
            upsert.setInt(23, published ? 1 : 0);
            upsert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A score is JSON", e);
        }
        if (published) {
            remember(connection, verdict);
        }
    }

    private static @Nullable BigDecimal growth(Verdict verdict) {
        var mark = verdict.criteria().get(Criterion.Code.C4);
        return mark == null ? null : mark.score();
    }

    private static @Nullable BigDecimal value(LifetimeValue.@Nullable Value value) {
        var margin = value == null ? null : value.forwardMargin();
        return margin == null ? null : Rounding.places(margin, 4);
    }

    private void remember(Connection connection, Verdict verdict) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into score_history (score_id, account_id, as_of, verdict) values (?, ?, ?, ?::jsonb)")) {
            insert.setObject(1, verdict.scoreId());
            insert.setObject(2, verdict.accountId());
            insert.setObject(3, verdict.asOf());
            insert.setString(4, json.writeValueAsString(verdict));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A verdict is JSON", e);
        }
    }

    void remove(Connection connection, UUID account) throws SQLException {
        try (var delete = connection.prepareStatement("delete from scores where account_id = ?")) {
            delete.setObject(1, account);
            delete.executeUpdate();
        }
    }

    /// A score as it lies in the database.
    record Stored(String name, JsonNode verdict, JsonNode breakdown) {}
}
