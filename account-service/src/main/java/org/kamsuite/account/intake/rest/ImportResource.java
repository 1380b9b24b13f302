package org.kamsuite.account.intake.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.intake.Intake;
import org.kamsuite.account.intake.RowResult;
import org.kamsuite.account.portfolio.ExternalId;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/imports")
@Tag(name = "imports", description = "Rows of other systems in bulk, upserted by external id")
class ImportResource {

    private final Intake intake;

    @Inject
    ImportResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Transactional
    @Idempotent
    @Consumes({"text/csv", "application/x-ndjson"})
    @ResponseStatus(202)
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            summary = "Take rows in, as CSV or NDJSON",
            description =
                    "The answer comes when every row is kept; ask for the progress until the state is DONE")
    public Intake.Progress take(
            @Parameter(schema = @Schema(ref = "ImportKind"))
                    @QueryParam("kind")
                    @NotNull(message = "kind names what the rows are, such as accounts")
                    String kind,
            @QueryParam("system")
                    @NotNull(message = "system names the system that the rows come from")
                    @Pattern(regexp = ExternalId.SYSTEM, message = ExternalId.SYSTEM_RULE)
                    String system,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpHeaders headers,
            InputStream body) {
        var csv = headers.getMediaType().getSubtype().equals("csv");
        return intake.progress(intake.take(kind, system, dryRun, csv, body));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INTEGRATOR, Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Read how far an import is")
    public Intake.Progress progress(@PathParam("id") UUID id) {
        return intake.progress(id);
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.INTEGRATOR, Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Read the results of the rows")
    public Page<RowResult> results(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(ref = "RowOutcome"))
                    @QueryParam("outcome")
                    @Pattern(
                            regexp = "CREATED|UPDATED|UNCHANGED|STALE|REJECTED",
                            message = "outcome is CREATED, UPDATED, UNCHANGED, STALE or REJECTED")
                    @Nullable String outcome,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return intake.results(id, outcome, cursor, limit);
    }
}
