package org.kamsuite.account.designation.rest;

import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.INSTANT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.designation.KeyAccountProgramme;
import org.kamsuite.account.designation.State;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/designation/transitions")
@Tag(name = "designation", description = "Where an account stands in the key account programme")
class TransitionResource {

    private final KeyAccountProgramme programme;
    private final Lists lists;

    @Inject
    TransitionResource(KeyAccountProgramme programme, Lists lists) {
        this.programme = programme;
        this.lists = lists;
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
    @Operation(summary = "List every move of the designation, the first first")
    public Page<TransitionLine> list(
            @PathParam("accountId") UUID accountId, @Context UriInfo request) {
        var account = programme.of(accountId).accountId();
        var moves =
                "from (select * from designation_transitions where account_id = '"
                        + account
                        + "') t";
        var spec =
                ListSpec.of(moves, "t.id", ID)
                        .field("at", INSTANT, "t.at")
                        .choice("to", "t.to_state", State.values())
                        .sortedBy("at");
        return lists.page(spec, request, TransitionLine.COLUMNS, TransitionLine::of);
    }
}
