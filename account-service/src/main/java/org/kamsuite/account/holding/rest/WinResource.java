package org.kamsuite.account.holding.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.holding.Wins;
import org.kamsuite.account.portfolio.Portfolio;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/wins")
@Tag(name = "wins", description = "What became of the opportunities won at the account")
class WinResource {

    private final Wins wins;
    private final Portfolio portfolio;

    @Inject
    WinResource(Wins wins, Portfolio portfolio) {
        this.wins = wins;
        this.portfolio = portfolio;
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
    @Operation(summary = "List the wins, booked or not, the latest first")
    public Page<WinResponse> list(@PathParam("accountId") UUID accountId) {
        var account = portfolio.find(accountId);
        return new Page<>(wins.of(account.id()).stream().map(WinResponse::of).toList(), null, null);
    }
}
