package org.kamsuite.account.designation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.designation.DemotionPlan;
import org.kamsuite.account.designation.Designation;
import org.kamsuite.account.designation.KeyAccountProgramme;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.rest.WritesFacts;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/designation")
@Tag(name = "designation", description = "Where an account stands in the key account programme")
@WritesFacts
class DesignationResource {

    private final KeyAccountProgramme programme;

    @Inject
    DesignationResource(KeyAccountProgramme programme) {
        this.programme = programme;
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
    @Operation(summary = "Read the designation with the verdict that decisions rest on")
    public DesignationResponse read(@PathParam("accountId") UUID accountId) {
        return answer(programme.of(accountId));
    }

    @POST
    @Transactional
    @Path("/nominations")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({Roles.LEAD, Roles.APPROVER})
    @Operation(summary = "Nominate the account as a candidate")
    public DesignationResponse nominate(
            @PathParam("accountId") UUID accountId, @NotNull @Valid ReasonedRequest request) {
        return answer(programme.nominate(accountId, request.reason()));
    }

    @POST
    @Transactional
    @Path("/confirmations")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Confirm the account as a key account, with a manager who has room")
    public DesignationResponse confirm(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid ConfirmDesignationRequest request) {
        return answer(
                programme.confirm(
                        accountId, request.managerId(), request.scoreId(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/waitlistings")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Put the account on the waiting list, for want of a slot or a manager")
    public DesignationResponse waitlist(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid DecideDesignationRequest request) {
        return answer(programme.waitlist(accountId, request.scoreId(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/rejections")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Reject the recommended account for six months")
    public DesignationResponse reject(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid DecideDesignationRequest request) {
        return answer(programme.reject(accountId, request.scoreId(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/reviews")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({Roles.LEAD, Roles.APPROVER})
    @Operation(summary = "Put the key account under review")
    public DesignationResponse review(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid ReviewDesignationRequest request) {
        return answer(programme.review(accountId, request.reasonCode(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/retentions")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Retain the account under review, whose score has recovered")
    public DesignationResponse retain(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid DecideDesignationRequest request) {
        return answer(programme.retain(accountId, request.scoreId(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/overrides")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Retain the account under review against its score, until a day")
    public DesignationResponse override(
            @PathParam("accountId") UUID accountId,
            @NotNull @Valid OverrideDesignationRequest request) {
        return answer(programme.override(accountId, request.until(), request.reason()));
    }

    @POST
    @Transactional
    @Path("/demotion-proposals")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Propose the demotion, as the first of two approvers")
    public DesignationResponse proposeDemotion(
            @PathParam("accountId") UUID accountId, @NotNull @Valid DemotionPlan plan) {
        return answer(programme.proposeDemotion(accountId, plan));
    }

    @POST
    @Transactional
    @Path("/demotions")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Roles.APPROVER)
    @Operation(summary = "Demote the account, as the second of two approvers")
    public DesignationResponse demote(
            @PathParam("accountId") UUID accountId, @NotNull @Valid ReasonedRequest request) {
        return answer(programme.demote(accountId, request.reason()));
    }

    private DesignationResponse answer(Designation designation) {
        return DesignationResponse.of(
                designation,
                programme.verdictOf(designation.accountId()),
                programme.allowedActions(designation));
    }
}
