package org.kamsuite.account.sheet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.sheet.FactSheets;
import org.kamsuite.account.team.rest.Confidential;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/fact-sheet")
@Confidential
@Tag(name = "fact-sheet", description = "The sheet that scoring and opportunity services read")
class FactSheetResource {

    private final FactSheets sheets;
    private final DataSource database;

    @Inject
    FactSheetResource(FactSheets sheets, DataSource database) {
        this.sheets = sheets;
        this.database = database;
    }

    @GET
    @RolesAllowed({Roles.MANAGER, Roles.LEAD})
    @Operation(summary = "Read the fact sheet with its epoch and sequence")
    public FactSheetResponse read(@PathParam("accountId") UUID accountId) throws SQLException {
        try (var connection = database.getConnection()) {
            var sheet = sheets.of(connection, accountId);
            if (sheet == null || sheet.data() == null) {
                throw new NotFound("account", accountId);
            }
            return new FactSheetResponse(sheet.epoch(), sheet.sequence(), sheet.data());
        }
    }

    /// A fact sheet and its version.
    public record FactSheetResponse(long epoch, long sequence, JsonNode facts) {}
}
