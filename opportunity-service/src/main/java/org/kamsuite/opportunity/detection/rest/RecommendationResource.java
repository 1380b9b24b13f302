package org.kamsuite.opportunity.detection.rest;

import static org.kamsuite.kit.query.FieldType.BOOLEAN;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.KnownOnly;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.opportunity.detection.Recommendation;
import org.kamsuite.opportunity.facts.TeamRights;

@Path("/api/v1/recommendations")
@Tag(name = "recommendations", description = "What to offer next, to whom, and why")
class RecommendationResource {

    private static final ListSpec SPEC =
            ListSpec.of(
                            "from recommendations r join account_facts f on f.account_id = r.account_id",
                            "r.id",
                            ID)
                    .field("accountId", ID, "r.account_id")
                    .field("centreId", ID, "r.centre_id")
                    .field("productCode", TEXT, "r.product_code")
                    .field("evidenced", BOOLEAN, "r.evidenced")
                    .field("held", BOOLEAN, "r.held")
                    .field("priority", NUMBER, "r.priority")
                    .field("expectedValue", NUMBER, "coalesce(r.expected_value, 0)")
                    .field("valuePerHour", NUMBER, "coalesce(r.value_per_hour, 0)")
                    .choice("type", "r.type", Recommendation.Type.values())
                    .sortedBy("-evidenced,-priority");

    private final Lists lists;
    private final ObjectMapper json;
    private final TeamRights rights;

    @Inject
    RecommendationResource(Lists lists, ObjectMapper json, TeamRights rights) {
        this.lists = lists;
        this.json = json;
        this.rights = rights;
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
            summary = "List recommendations",
            description =
                    "Hypotheses rank after everything that the customer has confirmed. Whom to talk to, and how people stand to us, see leads and the account's team")
    public Page<RecommendationLine> list(@Context UriInfo request) {
        return lists.page(
                SPEC, request, "select f.name, r.detail::text, f.sheet -> 'team'", this::line);
    }

    private RecommendationLine line(ResultSet row) throws SQLException {
        try {
            var recommendation = json.readTree(row.getString(2));
            return rights.showsPeople(team(row.getString(3)))
                    ? new RecommendationLine(row.getString(1), Visibility.FULL, recommendation)
                    : new RecommendationLine(
                            row.getString(1),
                            Visibility.PARTIAL,
                            Recommendation.withoutPeople(recommendation));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored recommendation is JSON", e);
        }
    }

    private @Nullable List<String> team(@Nullable String names) throws JsonProcessingException {
        return names == null ? null : json.readValue(names, new TypeReference<>() {});
    }

    /// How much of a recommendation the caller sees.
    @Schema(description = "FULL, or PARTIAL: without people, and without the reasons about them")
    public enum Visibility {
        FULL,
        PARTIAL
    }

    /// A recommendation and the name of its account.
    public record RecommendationLine(
            String accountName,
            Visibility visibility,
            @Schema(implementation = Recommendation.class) @JsonSerialize(using = KnownOnly.class)
                    JsonNode recommendation) {}
}
