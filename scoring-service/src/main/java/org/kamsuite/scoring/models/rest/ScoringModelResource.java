package org.kamsuite.scoring.models.rest;

import static org.kamsuite.kit.query.FieldType.INSTANT;
import static org.kamsuite.kit.query.FieldType.NUMBER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/scoring-models")
@Tag(name = "scoring-models", description = "What accounts are scored by")
class ScoringModelResource {

    private static final String COLUMNS =
            "select m.version, m.state, m.published_at, m.model::text";
    private static final ListSpec SPEC =
            ListSpec.of("from scoring_models m", "m.version", NUMBER)
                    .choice("state", "m.state", State.values())
                    .field("version", NUMBER, "m.version")
                    .field("publishedAt", INSTANT, "m.published_at")
                    .sortedBy("-version");

    private final Lists lists;
    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ScoringModelResource(Lists lists, DataSource database, ObjectMapper json) {
        this.lists = lists;
        this.database = database;
        this.json = json;
    }

    @GET
    @FreeQuery
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "List the versions of the scoring model, the newest first")
    public Page<ScoringModelResponse> list(@Context UriInfo request) {
        return lists.page(SPEC, request, COLUMNS, this::version);
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(
            summary = "Read a version of the scoring model",
            description = "Every weight, threshold, scale, cap and horizon that a score rests on")
    public ScoringModelResponse read(@PathParam("version") int version) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                COLUMNS + " from scoring_models m where m.version = ?")) {
            select.setInt(1, version);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFound("version of the scoring model", version);
                }
                return version(rows);
            }
        }
    }

    private ScoringModelResponse version(ResultSet row) throws SQLException {
        try {
            var published = row.getTimestamp(3);
            return new ScoringModelResponse(
                    row.getInt(1),
                    State.valueOf(row.getString(2)),
                    published == null ? null : published.toInstant(),
                    json.readTree(row.getString(4)),
                    row.getInt(1) + "-" + row.getString(2));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored model is JSON", e);
        }
    }

    /// How far a version has come.
    @Schema(
            name = "ScoringModelState",
            description =
                    "DRAFT it is worked on; SIMULATED its effect is known; PUBLISHED accounts are scored by it; RETIRED they were")
    enum State {
        DRAFT,
        SIMULATED,
        PUBLISHED,
        RETIRED
    }

    /// A version of the model, as stored.
    record ScoringModelResponse(
            int version, State state, @Nullable Instant publishedAt, JsonNode model, String etag)
            implements Versioned {}
}
