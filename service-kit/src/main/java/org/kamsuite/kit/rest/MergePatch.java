package org.kamsuite.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.UnreadableJson;

/// JSON Merge Patch (RFC 7396) on values that are records.
@ApplicationScoped
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /// The value with the patch applied, valid.
    ///
    /// @throws ConstraintViolationException with all violations of the patched value
    public <T> T apply(T value, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new Invalid("", "A merge patch is a JSON object");
        }
        var merged = merge(json.valueToTree(value), patch);
        try {
            var patched = json.treeToValue(merged, type);
            var violations = validator.validate(patched);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return patched;
        } catch (JsonProcessingException e) {
            throw UnreadableJson.of(e);
        }
    }

    /// The JSON with the patch applied; the target may be changed by it.
    public JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : json.createObjectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                var before = result.path(change.getKey());
                result.set(change.getKey(), merge(before, change.getValue()));
            }
        }
        return result;
    }
}
