package org.kamsuite.scoring.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.kamsuite.scoring.criteria.ScoringModel;

/// The stored versions of the scoring model.
@ApplicationScoped
public class ScoringModels {

    private final ObjectMapper json;

    @Inject
    ScoringModels(ObjectMapper json) {
        this.json = json;
    }

    /// The version that accounts are scored by.
    public Version published(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows =
                        select.executeQuery(
                                """
                                select version, model::text
                                from scoring_models
                                where state = 'PUBLISHED'
                                """)) {
            rows.next();
            return new Version(
                    rows.getInt(1), json.readValue(rows.getString(2), ScoringModel.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The published model cannot be read", e);
        }
    }

    /// A version of the scoring model.
    public record Version(int number, ScoringModel model) {}
}
