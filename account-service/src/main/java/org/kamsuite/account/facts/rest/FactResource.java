package org.kamsuite.account.facts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.MergePatch;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.rest.WritesFacts;
import org.kamsuite.kit.security.Roles;

/// The operations on one kind of fact of an account.
@WritesFacts
public abstract class FactResource<T extends FactContent, F extends Fact<T>> {

    private final Class<F> kind;
    private final Class<T> content;
    private final FactBook facts;
    private final FactLists lists;
    private final FactSources sources;
    private final MergePatch patches;

    protected FactResource(
            Class<F> kind,
            Class<T> content,
            FactBook facts,
            FactLists lists,
            FactSources sources,
            MergePatch patches) {
        this.kind = kind;
        this.content = content;
        this.facts = facts;
        this.lists = lists;
        this.sources = sources;
        this.patches = patches;
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
    @FreeQuery
    @Operation(
            summary =
                    "List the {things} of an account, filtered and sorted; else in the order in which they were recorded")
    public Page<FactResponse<T>> list(
            @PathParam("accountId") UUID accountId, @Context UriInfo request) {
        return lists.page(kind, content, accountId, request);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read one of the {things} of an account")
    public FactResponse<T> read(@PathParam("accountId") UUID accountId, @PathParam("id") UUID id) {
        return FactResponse.of(facts.find(kind, accountId, id));
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Record one of the {things} of an account")
    public FactResponse<T> add(@PathParam("accountId") UUID accountId, @NotNull @Valid T content) {
        return FactResponse.of(facts.add(kind, accountId, content));
    }

    @PUT
    @Transactional
    @Path("/by-external-id/{system}/{externalId}")
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            summary =
                    "Record or correct the one of the {things} that another system knows by this identifier")
    public FactResponse<T> upsert(
            @PathParam("accountId") UUID accountId,
            @PathParam("system") @Size(max = 64) String system,
            @PathParam("externalId") @Size(max = 200) String externalId,
            @QueryParam("sourceUpdatedAt") @Nullable Instant sourceUpdatedAt,
            @NotNull @Valid T content) {
        return sources.upsert(kind, accountId, system, externalId, sourceUpdatedAt, content);
    }

    @PUT
    @Transactional
    @Path("/{id}")
    @RequiresIfMatch
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Correct one of the {things} as a whole")
    public FactResponse<T> replace(
            @PathParam("accountId") UUID accountId,
            @PathParam("id") UUID id,
            @NotNull @Valid T content) {
        return FactResponse.of(facts.replace(kind, accountId, id, content));
    }

    @PATCH
    @Transactional
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequiresIfMatch
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Correct parts of one of the {things}")
    public FactResponse<T> patch(
            @PathParam("accountId") UUID accountId,
            @PathParam("id") UUID id,
            @NotNull JsonNode patch) {
        var before = facts.find(kind, accountId, id).content();
        return FactResponse.of(
                facts.replace(kind, accountId, id, patches.apply(before, patch, content)));
    }

    @DELETE
    @Transactional
    @Path("/{id}")
    @RequiresIfMatch
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Remove one of the {things}")
    public void remove(@PathParam("accountId") UUID accountId, @PathParam("id") UUID id) {
        facts.remove(kind, accountId, id);
    }
}
