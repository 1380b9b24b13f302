package org.kamsuite.scoring.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The model that a new database has, and others that differ from it.
final class Models {

    private static final String MIGRATION = "/db/migration/V12__models_as_documents.sql";
    private static final String QUOTE = "$model$";
    private static final ObjectMapper JSON = new ObjectMapper();

    static final ScoringModel DEFAULT = read(document());

    private Models() {}

    /// The default model with another value of a field in one of its sections.
    static ScoringModel with(String section, String field, Object value) {
        var document = document();
        ((ObjectNode) document.required(section)).set(field, JSON.valueToTree(value));
        return read(document);
    }

    private static ObjectNode document() {
        try (var migration = Models.class.getResourceAsStream(MIGRATION)) {
            var text =
                    new String(
                            Objects.requireNonNull(migration).readAllBytes(),
                            StandardCharsets.UTF_8);
            return (ObjectNode)
                    JSON.readTree(
                            text.substring(
                                    text.indexOf(QUOTE) + QUOTE.length(), text.lastIndexOf(QUOTE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScoringModel read(ObjectNode document) {
        try {
            return JSON.treeToValue(document, ScoringModel.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
