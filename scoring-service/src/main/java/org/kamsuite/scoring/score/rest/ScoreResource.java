package org.kamsuite.scoring.score.rest;

import static org.kamsuite.kit.query.FieldType.BOOLEAN;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.KnownOnly;
import org.kamsuite.kit.rest.WaitsForFacts;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.scoring.criteria.Qualification;
import org.kamsuite.scoring.score.ScoreBook;
import org.kamsuite.scoring.score.Verdict;

@Path("/api/v1/scores")
@Tag(name = "scores", description = "How far accounts qualify, and why")
class ScoreResource {

    private static final String LOW = "coalesce((s.verdict ->> 'totalLow')::numeric, -1)";
    private static final String COVERED =
            "(s.status = 'SCORED' and not s.verdict -> 'reasons' @> '[{\"code\": \"COVERAGE_TOO_LOW\"}]')";
    private static final String STANDING =
            "(case when " + COVERED + " then s.total else " + LOW + " end)";

    private static final ListSpec SPEC =
            ListSpec.of("from scores s", "s.account_id", ID)
                    .field("total", NUMBER, "coalesce(s.total, -1)")
                    .field("totalLow", NUMBER, LOW)
                    .field("coverage", NUMBER, "coalesce(s.coverage, 0)")
                    .field("covered", BOOLEAN, COVERED)
                    .field("standing", NUMBER, STANDING)
                    .field("growth", NUMBER, "coalesce(s.growth, -1)")
                    .field("lifetimeValue", NUMBER, "coalesce(s.lifetime_value, 0)")
                    .field("activeYears", NUMBER, "s.active_years")
                    .field("name", TEXT, "s.name")
                    .field("cycle", TEXT, "s.cycle")
                    .field("recommended", BOOLEAN, "s.recommended")
                    .field("recommendedAsEmerging", BOOLEAN, "s.recommended_as_emerging")
                    .field("settled", BOOLEAN, "s.settled")
                    .choice("status", "s.status", Verdict.Status.values())
                    .choice("box", "coalesce(s.box, '')", Qualification.Box.values())
                    .related(
                            "flag",
                            TEXT,
                            "flag",
                            "exists (select 1 from jsonb_array_elements_text(s.verdict -> 'flags') flag where %s)")
                    .search("s.name")
                    .sortedBy("-covered,-standing,-growth,-lifetimeValue,-activeYears");

    private final ScoreBook scores;
    private final Lists lists;
    private final ObjectMapper json;

    @Inject
    ScoreResource(ScoreBook scores, Lists lists, ObjectMapper json) {
        this.scores = scores;
        this.lists = lists;
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
    @Operation(
            summary = "Rank the accounts, with the reasons",
            description =
                    "First the accounts whose coverage suffices (covered), by total; then the others, by the"
                            + " total with the unknown valued at 0 (totalLow). Ties: higher growth"
                            + " potential, then higher lifetime value, then longer tenure, then the"
                            + " identifier. Sort by -total for the known criteria alone.")
    public Page<ScoreLine> ranking(@Context UriInfo request) {
        return lists.page(SPEC, request, "select s.name, s.verdict::text", this::line);
    }

    private ScoreLine line(ResultSet row) throws SQLException {
        try {
            return new ScoreLine(row.getString(1), json.readTree(row.getString(2)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored verdict is JSON", e);
        }
    }

    @GET
    @Path("/{accountId}")
    @WaitsForFacts
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the score of an account with its explanation")
    public ScoreResponse read(@PathParam("accountId") UUID accountId) {
        var entry = scores.read(accountId);
        return new ScoreResponse(
                entry.name(), entry.verdict(), entry.breakdown(), entry.fingerprint());
    }

    /// A line of the ranking.
    public record ScoreLine(
            String name,
            @Schema(implementation = Verdict.class) @JsonSerialize(using = KnownOnly.class)
                    JsonNode verdict) {}
}
