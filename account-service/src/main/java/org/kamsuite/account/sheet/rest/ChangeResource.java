package org.kamsuite.account.sheet.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.kit.outbox.FeedPositions;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/changes")
@Tag(name = "changes", description = "Every change of an account, in order, without Kafka")
class ChangeResource {

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ChangeResource(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @GET
    @RolesAllowed({Roles.INTEGRATOR, Roles.LEAD, Roles.APPROVER, Roles.ADMINISTRATOR})
    @Operation(
            summary = "Read the changes that follow a position; keep last and ask again",
            description =
                    "Zero is the beginning of what is kept. A position from which changes would be missed is"
                            + " refused with 410, which says where to go on: they are not kept any more, or"
                            + " the database was restored and has lost some that were told")
    @APIResponseSchema(value = Feed.class, responseCode = "200", responseDescription = "Done")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Feed after(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit)
            throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select feed_position, event_id, type, occurred_at, data
                                from changes
                                where feed_position > ?
                                order by feed_position
                                limit ?
                                """)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            var changes = new ArrayList<Change>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changes.add(
                            new Change(
                                    rows.getLong(1),
                                    rows.getObject(2, UUID.class),
                                    rows.getString(3),
                                    rows.getTimestamp(4).toInstant(),
                                    json.readTree(rows.getString(5))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A change is JSON", e);
            }
            // Once they are read: what is deleted meanwhile is said to be missing.
            FeedPositions.require(connection, after);
            return new Feed(changes, changes.isEmpty() ? after : changes.getLast().position());
        }
    }

    /// Changes in order, and the position to ask from next.
    public record Feed(List<Change> items, long last) {}

    /// One change.
    public record Change(
            long position, UUID eventId, String type, Instant occurredAt, JsonNode data) {}
}
