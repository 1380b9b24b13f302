package org.kamsuite.account.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.UnreadableJson;
import org.kamsuite.kit.problem.Violations;
import org.kamsuite.kit.rest.JsonRules;
import org.kamsuite.kit.rest.MergePatch;

/// Turns the JSON of a row into a valid record, or says all that is wrong with it.
@ApplicationScoped
class RowContents {

    private final ObjectMapper json;
    private final Validator validator;
    private final MergePatch patches;

    @Inject
    RowContents(ObjectMapper json, Validator validator, MergePatch patches) {
        this.json = JsonRules.forTexts(json);
        this.validator = validator;
        this.patches = patches;
    }

    /// Reads a row; what it does not mention stays as it was before, and null clears it.
    <T> Read<T> read(@Nullable T before, ObjectNode row, Class<T> type) {
        try {
            JsonNode known = before == null ? json.createObjectNode() : json.valueToTree(before);
            var value = json.treeToValue(patches.merge(known, row), type);
            return new Read<>(value, Violations.faults(validator.validate(value)));
        } catch (JsonProcessingException e) {
            return new Read<>(null, UnreadableJson.of(e).problem().errors());
        }
    }

    /// A value, or the faults that keep it from being one.
    record Read<T>(@Nullable T value, List<Problem.Fault> faults) {}
}
