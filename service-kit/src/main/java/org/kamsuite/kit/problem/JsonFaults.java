package org.kamsuite.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Says where a JSON body breaks which rule, by JSON pointer.
final class JsonFaults {

    private JsonFaults() {}

    static Problem problem(JacksonException failure) {
        if (failure instanceof JsonMappingException mapping) {
            var fault = new Problem.Fault(pointer(mapping), detail(mapping));
            return Problem.of(
                    400,
                    "invalid-request",
                    "The request is invalid",
                    fault.detail(),
                    List.of(fault));
        }
        var place = failure.getLocation();
        return Problem.of(
                400,
                "malformed-json",
                "The body is not JSON",
                place == null
                        ? "The body is not JSON"
                        : "The body is not JSON at line "
                                + place.getLineNr()
                                + ", column "
                                + place.getColumnNr());
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? Integer.toString(step.getIndex())
                                : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String detail(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    "The property "
                            + unknown.getPropertyName()
                            + " is unknown; known are "
                            + unknown.getKnownPropertyIds();
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    "The value "
                            + format.getValue()
                            + " is not one of "
                            + Arrays.toString(format.getTargetType().getEnumConstants());
            case InvalidFormatException format ->
                    "The value "
                            + format.getValue()
                            + " is not a "
                            + format.getTargetType().getSimpleName();
            case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
                    "The value has the wrong type; expected is "
                            + mismatch.getTargetType().getSimpleName();
            default -> ownRule(failure);
        };
    }

    private static String ownRule(JsonMappingException failure) {
        var cause = failure.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "The value cannot be read";
    }
}
