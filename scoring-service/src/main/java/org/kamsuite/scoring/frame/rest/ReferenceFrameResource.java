package org.kamsuite.scoring.frame.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.outbox.AfterCommit;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.scoring.criteria.Frame;
import org.kamsuite.scoring.frame.ReferenceFrames;

@Path("/api/v1/reference-frames")
@Tag(name = "reference-frames", description = "What all accounts are measured against")
class ReferenceFrameResource {

    private final ReferenceFrames frames;
    private final DataSource database;
    private final AfterCommit afterCommit;
    private final StaleWorker worker;

    @Inject
    ReferenceFrameResource(
            ReferenceFrames frames,
            DataSource database,
            AfterCommit afterCommit,
            StaleWorker worker) {
        this.frames = frames;
        this.database = database;
        this.afterCommit = afterCommit;
        this.worker = worker;
    }

    @GET
    @Path("/latest")
    @RolesAllowed({
        Roles.READER,
        Roles.MANAGER,
        Roles.LEAD,
        Roles.APPROVER,
        Roles.INTEGRATOR,
        Roles.ADMINISTRATOR
    })
    @Operation(summary = "Read the newest frame")
    public Frame latest() throws SQLException {
        try (var connection = database.getConnection()) {
            return frames.latest(connection)
                    .orElseThrow(() -> new NotFound("reference frame", "yet"));
        }
    }

    @POST
    @Idempotent
    @Transactional
    @ResponseStatus(201)
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Make a frame now, after which every account is scored anew")
    public Frame make(@NotNull @Valid MakeFrameRequest request) throws SQLException {
        try (var connection = database.getConnection()) {
            var frame = frames.make(connection, request.renewMedian());
            afterCommit.run(StaleWorker.class, worker::wake);
            return frame;
        }
    }

    /// Whether the median of lifetime values is taken anew though the cycle is the same.
    public record MakeFrameRequest(boolean renewMedian) {}
}
