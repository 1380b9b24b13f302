package org.kamsuite.account.portfolio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.account.portfolio.ExternalId;
import org.kamsuite.account.portfolio.Portfolio;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.MergePatch;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.rest.WritesFacts;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts")
@Tag(name = "accounts", description = "Accounts and their hierarchy")
@WritesFacts
class AccountResource {

    private final Portfolio portfolio;
    private final Lists lists;
    private final MergePatch patches;
    private final Caller caller;

    @Inject
    AccountResource(Portfolio portfolio, Lists lists, MergePatch patches, Caller caller) {
        this.portfolio = portfolio;
        this.lists = lists;
        this.patches = patches;
        this.caller = caller;
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
    @Operation(summary = "List accounts, filtered, sorted and paged")
    public Page<AccountLine> list(@Context UriInfo request) {
        var fields = AccountFields.of(caller);
        return lists.page(fields, request, AccountLine.COLUMNS, AccountLine::of);
    }

    @GET
    @Path("/{accountId}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read an account")
    public AccountResponse read(@PathParam("accountId") UUID accountId) {
        return AccountResponse.of(portfolio.find(accountId), portfolio.externalIds(accountId));
    }

    @GET
    @Path("/by-external-id/{system}/{externalId}")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the account that another system knows by this identifier")
    public AccountResponse readByExternalId(
            @PathParam("system") String system, @PathParam("externalId") String externalId) {
        var id =
                portfolio
                        .find(new ExternalId(system, externalId))
                        .orElseThrow(() -> new NotFound("account", system + "/" + externalId));
        return read(id);
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Open an account")
    public AccountResponse open(@NotNull @Valid OpenAccountRequest request) {
        var account = portfolio.open(request.profile(), request.externalIds());
        return AccountResponse.of(account, request.externalIds());
    }

    @PUT
    @Transactional
    @Path("/by-external-id/{system}/{externalId}")
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            summary = "Open or describe the account that another system knows by this identifier")
    public AccountResponse upsert(
            @PathParam("system")
                    @Pattern(regexp = ExternalId.SYSTEM, message = ExternalId.SYSTEM_RULE)
                    String system,
            @PathParam("externalId") @Size(max = ExternalId.LONGEST) String externalId,
            @QueryParam("sourceUpdatedAt") @Nullable Instant sourceUpdatedAt,
            @NotNull @Valid AccountProfile profile) {
        var upsert =
                portfolio.upsert(
                        new ExternalId(system, externalId),
                        profile,
                        caller.name(),
                        sourceUpdatedAt);
        if (upsert.outcome() == Portfolio.Outcome.STALE) {
            throw new Conflict(
                    "stale-source",
                    "The source has said something newer",
                    "The account was described by a version newer than " + sourceUpdatedAt);
        }
        var account = upsert.account();
        return AccountResponse.of(account, portfolio.externalIds(account.id()));
    }

    @PATCH
    @Transactional
    @Path("/{accountId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequestBodySchema(AccountProfile.class)
    @RequiresIfMatch
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Describe an account anew, in parts")
    public AccountResponse describe(
            @PathParam("accountId") UUID accountId, @NotNull JsonNode patch) {
        var before = portfolio.find(accountId).profile();
        var account =
                portfolio.describe(accountId, patches.apply(before, patch, AccountProfile.class));
        return AccountResponse.of(account, portfolio.externalIds(accountId));
    }

    @POST
    @Transactional
    @Path("/{accountId}/external-ids")
    @Idempotent
    @RolesAllowed({Roles.MANAGER, Roles.LEAD, Roles.INTEGRATOR})
    @Operation(summary = "Let another system's identifier stand for the account")
    public AccountResponse name(
            @PathParam("accountId") UUID accountId, @NotNull @Valid ExternalId external) {
        portfolio.name(accountId, external);
        return read(accountId);
    }
}
