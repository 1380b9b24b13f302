package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

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

    /// The present verdict, for somebody who decides on a score seen; refused if a newer one no
    /// longer recommends the account.
    Verdict seen(UUID account, UUID score) {
        var verdict = required(account);
        if (!verdict.scoreId().equals(score) && (!verdict.recommended() || verdict.vetoed())) {
            throw new VerdictChanged(score, verdict);
        }
        return verdict;
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
