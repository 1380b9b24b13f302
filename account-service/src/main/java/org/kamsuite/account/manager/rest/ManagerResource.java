package org.kamsuite.account.manager.rest;

import static org.kamsuite.kit.query.FieldType.BOOLEAN;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.TEXT;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.kamsuite.account.manager.Manager;
import org.kamsuite.account.manager.ManagerProfile;
import org.kamsuite.account.manager.Role;
import org.kamsuite.account.manager.Team;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.MergePatch;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/managers")
@Tag(name = "managers", description = "Who manages accounts, and how much more they can carry")
class ManagerResource {

    private static final ListSpec SPEC =
            ListSpec.of("from managers m", "m.id", ID)
                    .field("name", TEXT, "m.name")
                    .choice("role", "m.role", Role.values())
                    .field("active", BOOLEAN, "m.active")
                    .related(
                            "language",
                            TEXT,
                            "l",
                            "exists (select 1 from unnest(m.languages) l where %s)")
                    .search("m.name")
                    .sortedBy("name");

    private final Team team;
    private final Lists lists;
    private final MergePatch patches;

    @Inject
    ManagerResource(Team team, Lists lists, MergePatch patches) {
        this.team = team;
        this.lists = lists;
        this.patches = patches;
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
    @Operation(summary = "List managers, filtered, sorted and paged")
    public Page<ManagerLine> list(@Context UriInfo request) {
        return lists.page(SPEC, request, ManagerLine.COLUMNS, ManagerLine::of);
    }

    @GET
    @Path("/{managerId}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read a manager with the present load")
    public ManagerResponse read(@PathParam("managerId") UUID managerId) {
        return answer(team.find(managerId));
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Admit a manager to the team")
    public ManagerResponse admit(@NotNull @Valid ManagerProfile profile) {
        return answer(team.admit(profile));
    }

    @PATCH
    @Transactional
    @Path("/{managerId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequestBodySchema(ManagerProfile.class)
    @RequiresIfMatch
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Describe a manager anew, in parts")
    public ManagerResponse describe(
            @PathParam("managerId") UUID managerId, @NotNull JsonNode patch) {
        var before = team.find(managerId).profile();
        return answer(team.describe(managerId, patches.apply(before, patch, ManagerProfile.class)));
    }

    private ManagerResponse answer(Manager manager) {
        return ManagerResponse.of(manager, team.loadOf(manager));
    }
}
