package org.kamsuite.opportunity.pipeline.rest;

import static org.kamsuite.kit.query.FieldType.DATE;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.query.Lists;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rest.FreeQuery;
import org.kamsuite.kit.rest.RequiresIfMatch;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.opportunity.pipeline.Move;
import org.kamsuite.opportunity.pipeline.Opportunity;
import org.kamsuite.opportunity.pipeline.Pipeline;
import org.kamsuite.opportunity.pipeline.State;

@Path("/api/v1/opportunities")
@Tag(name = "opportunities", description = "What people have taken up, and what becomes of it")
class OpportunityResource {

    private static final ListSpec SPEC =
            ListSpec.of("from opportunities o", "o.id", ID)
                    .field("accountId", ID, "o.account_id")
                    .field("centreId", ID, "o.centre_id")
                    .field("productCode", TEXT, "o.product_code")
                    .field("type", TEXT, "o.type")
                    .field("changedOn", DATE, "o.changed_on")
                    .field("potential", NUMBER, "coalesce(o.potential, 0)")
                    .choice("state", "o.state", State.values())
                    .sortedBy("-changedOn");

    private final Pipeline pipeline;
    private final Lists lists;

    @Inject
    OpportunityResource(Pipeline pipeline, Lists lists) {
        this.pipeline = pipeline;
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
    @Operation(summary = "List opportunities")
    public Page<OpportunityLine> list(@Context UriInfo request) {
        return lists.page(SPEC, request, OpportunityLine.COLUMNS, OpportunityLine::of);
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
    @Operation(summary = "Read an opportunity")
    public OpportunityResponse read(@PathParam("id") UUID id) {
        return answer(pipeline.find(id));
    }

    @POST
    @Transactional
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.MANAGER, Roles.LEAD})
    @Operation(summary = "Open an opportunity that no recommendation named")
    public OpportunityResponse open(@NotNull @Valid OpenOpportunityRequest request) {
        return answer(pipeline.open(request.offer()));
    }

    @POST
    @Transactional
    @Path("/{id}/moves")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({Roles.MANAGER, Roles.LEAD})
    @Operation(summary = "Move an opportunity to another state")
    public OpportunityResponse move(@PathParam("id") UUID id, @NotNull @Valid Move move) {
        return answer(pipeline.move(id, move));
    }

    private OpportunityResponse answer(Opportunity opportunity) {
        return OpportunityResponse.of(opportunity, pipeline.booking(opportunity).orElse(null));
    }
}
