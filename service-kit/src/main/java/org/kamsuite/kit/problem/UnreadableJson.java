package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A body that is not JSON, or not of the form that is wanted; says where, by JSON pointer.
public final class UnreadableJson extends Rejection {

    private static final long serialVersionUID = 1L;

    /// The body is not JSON at all.
    public UnreadableJson(String detail) {
        super(400, "malformed-json", "The body is not JSON", detail);
    }

    private UnreadableJson(String pointer, String detail) {
        super(400, "invalid-request", "The request is invalid", detail);
        error(pointer, detail);
    }

    /// The refusal of what Jackson could not read.
    public static UnreadableJson of(JacksonException failure) {
        return failure instanceof JsonMappingException mapping && !isSyntax(mapping.getCause())
                ? new UnreadableJson(pointer(mapping), detail(mapping))
                : new UnreadableJson(place(failure));
    }

    private static boolean isSyntax(@Nullable Throwable cause) {
        return cause instanceof JacksonException
                && !(cause instanceof JsonMappingException)
                && !(cause instanceof InputCoercionException);
    }

    private static String place(JacksonException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "The body is nested more deeply, or has a longer name or number, than is read";
        }
        var place = failure.getLocation();
        return place == null
                ? "The body is not JSON"
                : "The body is not JSON at line "
                        + place.getLineNr()
                        + ", column "
                        + place.getColumnNr();
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(UnreadableJson::step)
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String step(JsonMappingException.Reference step) {
        return step.getFieldName() == null
                ? Integer.toString(step.getIndex())
                : ValueForms.shown(step.getFieldName()).replace("~", "~0").replace("/", "~1");
    }

    private static String detail(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    "The property "
                            + ValueForms.shown(unknown.getPropertyName())
                            + " is unknown; known are "
                            + unknown.getKnownPropertyIds();
            case InvalidFormatException format ->
                    "The value is "
                            + ValueForms.of(format.getTargetType())
                            + ", not "
                            + ValueForms.shown(format.getValue());
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                    "The value has the wrong type; it is "
                            + ValueForms.of(mismatch.getTargetType());
            default -> ownRule(failure);
        };
    }

    private static String ownRule(JsonMappingException failure) {
        var cause = failure.getCause();
        if (cause instanceof InputCoercionException coercion) {
            return "The value is too large for " + ValueForms.of(coercion.getTargetType());
        }
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? ValueForms.shown(cause.getMessage())
                : "The value cannot be read";
    }
}
