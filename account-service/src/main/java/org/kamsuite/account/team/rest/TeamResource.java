package org.kamsuite.account.team.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.team.AccountTeam;
import org.kamsuite.account.team.TeamMember;
import org.kamsuite.kit.rest.WritesFacts;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/team")
@Tag(name = "teams", description = "Who works with an account, and may therefore change it")
@WritesFacts
class TeamResource {

    private static final int LONGEST = 200;

    private final AccountTeam team;

    @Inject
    TeamResource(AccountTeam team) {
        this.team = team;
    }

    @GET
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the team of an account")
    public TeamResponse read(@PathParam("accountId") UUID accountId) {
        return new TeamResponse(team.members(accountId));
    }

    @PUT
    @Transactional
    @Path("/{userName}")
    @RolesAllowed(Roles.LEAD)
    @Operation(summary = "Name somebody to the team of an account")
    public TeamResponse name(
            @PathParam("accountId") UUID accountId,
            @PathParam("userName") @NotBlank @Size(max = LONGEST) String userName) {
        team.add(accountId, userName);
        return read(accountId);
    }

    @DELETE
    @Transactional
    @Path("/{userName}")
    @RolesAllowed(Roles.LEAD)
    @Operation(summary = "Take somebody's name off the team of an account")
    public TeamResponse remove(
            @PathParam("accountId") UUID accountId, @PathParam("userName") String userName) {
        team.remove(accountId, userName);
        return read(accountId);
    }

    /// Everybody of the team.
    public record TeamResponse(List<TeamMember> members) {}
}
