package org.kamsuite.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every refusal, as RFC 9457 defines it.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// One violation and its place: a JSON pointer into the body, or the name of a parameter.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Fault(String pointer, String detail) {}

    static Problem of(int status, String type, String title, String detail) {
        return new Problem("/problems/" + type, title, status, detail, null, List.of(), Map.of());
    }

    /// The same problem, met at this path.
    Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors, members);
    }
}
