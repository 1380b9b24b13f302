package org.kamsuite.account.designation.rest;

import static org.kamsuite.kit.query.FieldType.DATE;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.designation.CycleClose;
import org.kamsuite.account.designation.KeyAccountProgramme;
import org.kamsuite.account.designation.ProgrammeConfig;
import org.kamsuite.account.designation.State;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/programme")
@Tag(name = "programme", description = "The key account programme: slots, cycles, and who is in it")
class ProgrammeResource {

    private static final ListSpec SPEC =
            ListSpec.of(
                            "from designations d join accounts a on a.id = d.account_id"
                                    + " left join verdicts v on v.account_id = d.account_id"
                                    + " left join prospects p on p.account_id = d.account_id",
                            "d.account_id",
                            ID)
                    .choice("state", "d.state", State.values())
                    .field("name", TEXT, "a.name")
                    .field("total", NUMBER, "coalesce(v.total, 0)")
                    .field("valuePerHour", NUMBER, "coalesce(p.value_per_hour, -1)")
                    .field("enteredOn", DATE, "d.entered_on")
                    .related("managerId", ID, "d.manager_id", "(%s)")
                    .search("a.name")
                    .sortedBy("-total,-valuePerHour");

    private final KeyAccountProgramme programme;
    private final CycleClose cycles;
    private final ProgrammeConfig rules;
    private final Lists lists;

    @Inject
    ProgrammeResource(
            KeyAccountProgramme programme, CycleClose cycles, ProgrammeConfig rules, Lists lists) {
        this.programme = programme;
        this.cycles = cycles;
        this.rules = rules;
        this.lists = lists;
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
    @Operation(summary = "Read the slots, the cycle closed last and the rules")
    public ProgrammeResponse read() {
        return ProgrammeResponse.of(programme.slots(), cycles.closed().orElse(null), rules);
    }

    @GET
    @Path("/designations")
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
            summary =
                    "List designations, such as the waiting list, in their rank: the highest total first, then what an hour of a manager is expected to bring")
    public Page<DesignationLine> list(@Context UriInfo request) {
        return lists.page(SPEC, request, DesignationLine.COLUMNS, DesignationLine::of);
    }

    @POST
    @Path("/cycle-closes")
    @Idempotent
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Close the present cycle: the system moves each account once at most")
    public CycleClose.Outcome close(@NotNull @Valid ReasonedRequest request) {
        return cycles.closeNow(request.reason());
    }
}
