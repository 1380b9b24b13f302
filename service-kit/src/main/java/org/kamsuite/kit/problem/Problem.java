package org.kamsuite.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// The body of every refusal, as RFC 9457 defines it.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// One violation and its place: a JSON pointer into the body, or the name of a parameter.
    public record Fault(String pointer, String detail) {}

    static Problem of(int status, String type, String title, String detail) {
        return of(status, type, title, detail, List.of());
    }

    static Problem of(int status, String type, String title, String detail, List<Fault> errors) {
        return new Problem("/problems/" + type, title, status, detail, errors, Map.of());
    }
}
