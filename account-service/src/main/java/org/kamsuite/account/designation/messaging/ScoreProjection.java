package org.kamsuite.account.designation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;

/// Keeps the last verdict on each account; nothing follows from it before somebody decides or a
/// cycle is closed.
@ApplicationScoped
class ScoreProjection implements Projection<ScoreVerdict> {

    private static final String REPLACE =
            """
            insert into verdicts (
                account_id, score_id, status, cycle, frame, model_version, as_of, facts_epoch,
                facts_sequence, white_space_sequence, settled, total, total_high,
                total_under_previous_model, coverage, breadth, recommended,
                recommended_as_emerging, c1, c4, work_share, vetoes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id) do update set
                score_id = excluded.score_id,
                status = excluded.status,
                cycle = excluded.cycle,
                frame = excluded.frame,
                model_version = excluded.model_version,
                as_of = excluded.as_of,
                facts_epoch = excluded.facts_epoch,
                facts_sequence = excluded.facts_sequence,
                white_space_sequence = excluded.white_space_sequence,
                settled = excluded.settled,
                total = excluded.total,
                total_high = excluded.total_high,
                total_under_previous_model = excluded.total_under_previous_model,
                coverage = excluded.coverage,
                breadth = excluded.breadth,
                recommended = excluded.recommended,
                recommended_as_emerging = excluded.recommended_as_emerging,
                c1 = excluded.c1,
                c4 = excluded.c4,
                work_share = excluded.work_share,
                vetoes = excluded.vetoes
            """;

    /// Kept beside the verdicts, which a rebuild replaces: people may have seen these scores.
    private static final String KNOW =
            """
            insert into known_scores (account_id, score_id, commends, as_of)
            values (?, ?, ?, ?)
            on conflict do nothing
            """;

    @Override
    public String topic() {
        return "scores";
    }

    @Override
    public String type() {
        return "org.kamsuite.score.verdict.v1";
    }

    @Override
    public Class<ScoreVerdict> payload() {
        return ScoreVerdict.class;
    }

    @Override
    public List<String> tables() {
        return List.of("verdicts");
    }

    @Override
    public void replace(Connection connection, List<Received<ScoreVerdict>> newest)
            throws SQLException {
        try (var replace = connection.prepareStatement(REPLACE);
                var know = connection.prepareStatement(KNOW)) {
            for (var received : newest) {
                bind(connection, replace, received.payload());
                replace.addBatch();
                if (received.payload().asOf() != null) {
                    bind(know, received.payload());
                    know.addBatch();
                }
            }
            replace.executeBatch();
            know.executeBatch();
        }
    }

    private static void bind(PreparedStatement row, ScoreVerdict verdict) throws SQLException {
        row.setObject(1, verdict.accountId());
        row.setObject(2, verdict.scoreId());
        row.setBoolean(3, verdict.commends());
        row.setObject(4, verdict.asOf());
    }

    private static void bind(Connection connection, PreparedStatement row, ScoreVerdict verdict)
            throws SQLException {
        row.setObject(1, verdict.accountId());
        row.setObject(2, verdict.scoreId());
        row.setString(3, verdict.status());
        row.setString(4, verdict.cycle());
        row.setObject(5, verdict.frame());
        row.setObject(6, verdict.modelVersion());
        row.setObject(7, verdict.asOf());
        row.setObject(8, verdict.factsEpoch());
        row.setObject(9, verdict.factsSequence());
        row.setObject(10, verdict.whiteSpaceSequence());
        row.setBoolean(11, verdict.settled());
        row.setBigDecimal(12, verdict.total());
        row.setBigDecimal(13, verdict.totalHigh());
        row.setBigDecimal(14, verdict.totalUnderPreviousModel());
        row.setBigDecimal(15, verdict.coverage());
        row.setBoolean(16, verdict.breadth());
        row.setBoolean(17, verdict.recommended());
        row.setBoolean(18, verdict.recommendedAsEmerging());
        row.setBigDecimal(19, verdict.score("C1"));
        row.setBigDecimal(20, verdict.score("C4"));
        row.setBigDecimal(21, verdict.workShare());
        row.setArray(22, connection.createArrayOf("text", verdict.knownVetoes().toArray()));
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        "delete from verdicts where account_id = any (?::uuid[])")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }
}
