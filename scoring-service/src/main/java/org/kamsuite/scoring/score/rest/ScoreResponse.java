package org.kamsuite.scoring.score.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.kamsuite.kit.rest.Versioned;

/// A score with its explanation, as stored.
public record ScoreResponse(String name, JsonNode verdict, JsonNode breakdown, String etag)
        implements Versioned {}
