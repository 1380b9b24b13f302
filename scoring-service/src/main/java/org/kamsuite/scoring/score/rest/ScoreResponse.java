package org.kamsuite.scoring.score.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kamsuite.kit.rest.KnownOnly;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.scoring.score.Breakdown;
import org.kamsuite.scoring.score.Verdict;

/// A score with its explanation, as stored.
public record ScoreResponse(
        String name,
        @Schema(implementation = Verdict.class) @JsonSerialize(using = KnownOnly.class)
                JsonNode verdict,
        @Schema(implementation = Breakdown.class) @JsonSerialize(using = KnownOnly.class)
                JsonNode breakdown,
        String etag)
        implements Versioned {}
