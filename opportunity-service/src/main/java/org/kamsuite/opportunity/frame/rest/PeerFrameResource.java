package org.kamsuite.opportunity.frame.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.kamsuite.opportunity.frame.PeerFrame;
import org.kamsuite.opportunity.frame.PeerFrames;

@Path("/api/v1/peer-frames")
@Tag(name = "peer-frames", description = "What accounts are compared with")
class PeerFrameResource {

    private final PeerFrames frames;
    private final DataSource database;
    private final AfterCommit afterCommit;
    private final StaleWorker worker;

    @Inject
    PeerFrameResource(
            PeerFrames frames, DataSource database, AfterCommit afterCommit, StaleWorker worker) {
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
    @Operation(summary = "Read the newest frame of peers")
    public PeerFrame latest() throws SQLException {
        try (var connection = database.getConnection()) {
            return frames.latest(connection).orElseThrow(() -> new NotFound("peer frame", "yet"));
        }
    }

    @POST
    @Idempotent
    @Transactional
    @ResponseStatus(201)
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(summary = "Make a frame of peers now, after which every matrix is computed anew")
    public PeerFrame make(@NotNull @Valid MakePeerFrameRequest request) throws SQLException {
        try (var connection = database.getConnection()) {
            var frame = frames.make(connection, request.reason());
            afterCommit.run(StaleWorker.class, worker::wake);
            return frame;
        }
    }

    /// Why it is made outside the daily run.
    public record MakePeerFrameRequest(@NotBlank @Size(max = 2000) String reason) {}
}
