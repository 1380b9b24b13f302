package org.kamsuite.scoring.score;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.rest.Freshness;

/// Reads scores back as they were stored.
@ApplicationScoped
public class ScoreBook implements Freshness {

    private final DataSource database;
    private final Scores scores;

    @Inject
    ScoreBook(DataSource database, Scores scores) {
        this.database = database;
        this.scores = scores;
    }

    public Entry read(UUID account) {
        try (var connection = database.getConnection()) {
            var stored =
                    scores.find(connection, account)
                            .orElseThrow(() -> new NotFound("score of the account", account));
            return new Entry(stored.name(), stored.verdict(), stored.breakdown());
        } catch (SQLException e) {
            throw new IllegalStateException("The score could not be read", e);
        }
    }

    @Override
    public Basis basisOf(UUID account) {
        try (var connection = database.getConnection()) {
            return scores.verdict(connection, account)
                    .map(verdict ->
                            new Basis(
                                    verdict.factsEpoch(),
                                    verdict.factsSequence(),
                                    verdict.settled()))
                    .orElse(Basis.NOTHING);
        } catch (SQLException e) {
            throw new IllegalStateException("The score could not be read", e);
        }
    }

    /// A score with its explanation.
    public record Entry(String name, JsonNode verdict, JsonNode breakdown) {

        /// Differs whenever anything of the score or its explanation does: frame and day change
        /// under the same verdict.
        public String fingerprint() {
            return Fingerprint.of(name, verdict, breakdown);
        }
    }
}
