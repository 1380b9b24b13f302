package org.kamsuite.opportunity.whitespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.rest.Freshness;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.opportunity.catalogue.Catalogue;
import org.kamsuite.opportunity.facts.Facts;
import org.kamsuite.opportunity.frame.PeerFrame;
import org.kamsuite.opportunity.frame.PeerFrames;

/// Answers the matrix of an account, computed when it is asked for.
@ApplicationScoped
public class MatrixBook implements Freshness {

    private final DataSource database;
    private final WhiteSpace whiteSpace;
    private final Catalogue catalogue;
    private final Facts facts;
    private final PeerFrames frames;
    private final BusinessClock clock;

    @Inject
    MatrixBook(
            DataSource database,
            WhiteSpace whiteSpace,
            Catalogue catalogue,
            Facts facts,
            PeerFrames frames,
            BusinessClock clock) {
        this.database = database;
        this.whiteSpace = whiteSpace;
        this.catalogue = catalogue;
        this.facts = facts;
        this.frames = frames;
        this.clock = clock;
    }

    public Answer read(UUID account) {
        try (var connection = database.getConnection()) {
            var today = clock.today();
            var version =
                    facts.version(connection, account)
                            .orElseThrow(() -> new NotFound("account", account));
            var peers = frames.lookup(connection, frames.latest(connection));
            var matrix =
                    whiteSpace
                            .matrix(connection, account, catalogue.all(connection), peers, today)
                            .orElseThrow(() -> new NotFound("account", account));
            return new Answer(matrix, version, peers.frame().map(PeerFrame::frame).orElse(null));
        } catch (SQLException e) {
            throw new IllegalStateException("The matrix could not be computed", e);
        }
    }

    @Override
    public Basis basisOf(UUID account) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select facts_epoch, facts_sequence from white_space_totals where account_id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? new Basis(rows.getLong(1), rows.getLong(2), true)
                        : Basis.NOTHING;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The totals could not be read", e);
        }
    }

    /// A matrix, the version of the facts it rests on, and the frame of peers, null before the
    /// first.
    public record Answer(Matrix matrix, Facts.Version facts, @Nullable Long peerFrame) {}
}
