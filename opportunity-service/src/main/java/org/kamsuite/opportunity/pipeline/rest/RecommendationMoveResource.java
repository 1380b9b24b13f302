package org.kamsuite.opportunity.pipeline.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.opportunity.pipeline.Move;
import org.kamsuite.opportunity.pipeline.Pipeline;

@Path("/api/v1/recommendations/{id}/moves")
@Tag(name = "recommendations")
class RecommendationMoveResource {

    private final Pipeline pipeline;

    @Inject
    RecommendationMoveResource(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD})
    @Operation(summary = "Take a recommendation up as QUALIFIED, or dismiss it")
    public OpportunityResponse takeUp(@PathParam("id") UUID id, @NotNull @Valid Move move) {
        return OpportunityResponse.of(pipeline.takeUp(id, move), null);
    }
}
