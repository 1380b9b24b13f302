package org.kamsuite.account.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Problem;

/// What became of one row; nothing yet where there is no outcome.
public record RowResult(
        long row,
        @Schema(implementation = Result.Outcome.class) @Nullable String outcome,
        @Nullable UUID accountId,
        @Schema(type = SchemaType.ARRAY, implementation = Problem.Fault.class) JsonNode errors) {}
