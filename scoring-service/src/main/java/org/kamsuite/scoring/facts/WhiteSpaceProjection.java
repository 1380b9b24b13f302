package org.kamsuite.scoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;
import org.kamsuite.kit.stale.StaleMarks;

/// The white-space totals of accounts.
@ApplicationScoped
class WhiteSpaceProjection implements Projection<WhiteSpaceProjection.Totals> {

    private final StaleMarks marks;

    @Inject
    WhiteSpaceProjection(StaleMarks marks) {
        this.marks = marks;
    }

    @Override
    public String topic() {
        return "white-space";
    }

    @Override
    public String type() {
        return "org.kamsuite.whitespace.totals.v1";
    }

    @Override
    public Class<Totals> payload() {
        return Totals.class;
    }

    @Override
    public List<String> tables() {
        return List.of("white_space_totals");
    }

    @Override
    public void replace(Connection connection, List<Received<Totals>> newest) throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into white_space_totals (
                            account_id, facts_epoch, facts_sequence, white_space_value,
                            sized_cells, unsized_cells, applicable_cells, unknown_cells,
                            wallet_share, wallet_coverage)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update
                        set facts_epoch = excluded.facts_epoch,
                            facts_sequence = excluded.facts_sequence,
                            white_space_value = excluded.white_space_value,
                            sized_cells = excluded.sized_cells,
                            unsized_cells = excluded.unsized_cells,
                            applicable_cells = excluded.applicable_cells,
                            unknown_cells = excluded.unknown_cells,
                            wallet_share = excluded.wallet_share,
                            wallet_coverage = excluded.wallet_coverage,
                            received_at = excluded.received_at
                        """)) {
            for (var received : newest) {
                var totals = received.payload();
                upsert.setObject(1, UUID.fromString(received.key()));
                upsert.setLong(2, totals.factsEpoch());
                upsert.setLong(3, totals.factsSequence());
                upsert.setBigDecimal(4, totals.whiteSpaceValue());
                upsert.setInt(5, totals.sizedCells());
                upsert.setInt(6, totals.withoutValue());
                upsert.setInt(7, totals.applicableCells());
                upsert.setInt(8, totals.unknownCells());
                upsert.setBigDecimal(9, totals.walletShare());
                upsert.setBigDecimal(10, totals.walletCoverage());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        "delete from white_space_totals where account_id = any (?::uuid[])")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void applied(Connection connection, Collection<String> keys) throws SQLException {
        marks.mark(connection, "score", keys);
    }

    /// The fields that are read.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Totals(
            long factsEpoch,
            long factsSequence,
            BigDecimal whiteSpaceValue,
            int sizedCells,
            int unsizedCells,
            int unitCells,
            int applicableCells,
            int unknownCells,
            @Nullable BigDecimal walletShare,
            @Nullable BigDecimal walletCoverage) {

        /// White cells of which no money is known; those sized in units are among them.
        int withoutValue() {
            return unsizedCells + unitCells;
        }
    }
}
