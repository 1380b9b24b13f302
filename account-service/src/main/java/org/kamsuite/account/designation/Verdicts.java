package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.problem.Unprocessable;

/// The verdicts that the scoring service has published.
@ApplicationScoped
class Verdicts {

    private static final String SQL =
            """
            select
                account_id,
                score_id,
                status = 'SCORED' as scored,
                cycle,
                model_version,
                settled,
                total,
                total_high,
                total_under_previous_model,
                coverage,
                recommended,
                recommended_as_emerging,
                c1,
                c4,
                work_share,
                vetoes
            from verdicts
            where account_id = any (?)
            """;

    private final DataSource database;

    @Inject
    Verdicts(DataSource database) {
        this.database = database;
    }

    Optional<Verdict> of(UUID account) {
        return Optional.ofNullable(of(List.of(account)).get(account));
    }

    Verdict required(UUID account) {
        return of(account)
                .orElseThrow(() ->
                        new GuardBroken(
                                "no-verdict",
                                "No score of the account " + account + " is known yet"));
    }

    /// The present verdict, for somebody who decides on a score seen; refused if a newer one says
    /// otherwise, or if the account never had that score.
    Verdict seen(UUID account, UUID score) {
        var verdict = required(account);
        if (!verdict.scoreId().equals(score) && commended(account, score) != verdict.commends()) {
            throw new VerdictChanged(score, verdict);
        }
        return verdict;
    }

    /// Whether a score of the account that may have been replaced recommended it.
    private boolean commended(UUID account, UUID score) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select commends from known_scores"
                                        + " where account_id = ? and score_id = ?")) {
            select.setObject(1, account);
            select.setObject(2, score);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new Unprocessable(
                            "score-unknown",
                            "/scoreId",
                            "No score " + score + " of the account is known");
                }
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The known scores could not be read", e);
        }
    }

    /// Forgets the scores that were replaced long ago.
    void forget(LocalDate before) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                """
                                delete from known_scores k
                                where k.as_of < ?
                                    and not exists (
                                        select 1 from verdicts v where v.score_id = k.score_id)
                                """)) {
            delete.setObject(1, before);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The known scores could not be forgotten", e);
        }
    }

    Map<UUID, Verdict> of(Collection<UUID> accounts) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SQL)) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            var verdicts = new HashMap<UUID, Verdict>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var verdict = verdict(rows);
                    verdicts.put(verdict.accountId(), verdict);
                }
            }
            return verdicts;
        } catch (SQLException e) {
            throw new IllegalStateException("The verdicts could not be read", e);
        }
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getObject("account_id", UUID.class),
                row.getObject("score_id", UUID.class),
                row.getBoolean("scored"),
                row.getString("cycle"),
                row.getObject("model_version", Integer.class),
                row.getBoolean("settled"),
                row.getBigDecimal("total"),
                row.getBigDecimal("total_high"),
                row.getBigDecimal("total_under_previous_model"),
                row.getBigDecimal("coverage"),
                row.getBoolean("recommended"),
                row.getBoolean("recommended_as_emerging"),
                row.getBigDecimal("c1"),
                row.getBigDecimal("c4"),
                row.getBigDecimal("work_share"),
                List.of((String[]) row.getArray("vetoes").getArray()));
    }
}
