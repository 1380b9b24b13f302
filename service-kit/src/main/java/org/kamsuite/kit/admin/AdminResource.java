package org.kamsuite.kit.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.inbox.DeadLetters;
import org.kamsuite.kit.outbox.Republication;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.rebuild.Rebuild;
import org.kamsuite.kit.rebuild.Rebuilds;
import org.kamsuite.kit.rebuild.Restore;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

/// The operations of administrators; a gateway does not route `/admin`.
@Path("/admin")
@Tag(
        name = "administration",
        description = "Publish and read anew, look at dead letters and replay them")
public class AdminResource {

    private final Republication republication;
    private final DeadLetters deadLetters;
    private final Rebuilds rebuilds;
    private final Restore restore;
    private final Caller caller;

    @Inject
    AdminResource(
            Republication republication,
            DeadLetters deadLetters,
            Rebuilds rebuilds,
            Restore restore,
            Caller caller) {
        this.republication = republication;
        this.deadLetters = deadLetters;
        this.rebuilds = rebuilds;
        this.restore = restore;
        this.caller = caller;
    }

    @POST
    @Path("/republications")
    @Idempotent
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Publish every current state again",
            description =
                    "raiseEpoch after a restore that the service has not recognised: its history then outranks the lost one,"
                            + " what it does not have any more gets a tombstone, and what it keeps of"
                            + " other services is read again")
    @Transactional
    public Republished republish(@NotNull @Valid RepublicationRequest request) {
        return new Republished(
                request.raiseEpoch()
                        ? restore.announce(caller.name())
                        : republication.start(false));
    }

    @POST
    @Path("/rebuilds")
    @Idempotent
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "Read a topic again from its beginning",
            description =
                    "Loads it beside what is kept of it now, and exchanges what differs; requests are"
                            + " answered meanwhile")
    public Rebuild rebuild(@NotNull @Valid RebuildRequest request) {
        return rebuilds.request(request.topic(), caller.name());
    }

    @GET
    @Path("/rebuilds")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "List the rebuilds asked for, the newest first")
    public Page<Rebuild> rebuilds() {
        return new Page<>(rebuilds.list(), null, null);
    }

    @GET
    @Path("/dead-letters/{topic}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            summary = "List the records of a topic that this service could not apply",
            description = "By partition and offset")
    public Page<DeadLetters.Letter> deadLetters(
            @PathParam("topic") String topic,
            @Parameter(description = "The most items of a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(500)
                    int limit,
            @Parameter(description = "The next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return deadLetters.page(topic, DeadLetters.Place.after(cursor), limit);
    }

    @POST
    @Path("/dead-letters/{topic}/replays")
    @Idempotent
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Apply a dead letter again")
    public void replay(@PathParam("topic") String topic, @NotNull @Valid ReplayRequest request) {
        deadLetters.replay(topic, request.partition(), request.offset(), caller.name());
    }

    /// Whether the database was restored.
    public record RepublicationRequest(boolean raiseEpoch) {}

    /// The name of a topic that this service reads.
    public record RebuildRequest(@NotBlank @Size(max = 249) String topic) {}

    /// The number of states by topic.
    public record Republished(Map<String, Integer> states) {}

    /// The place of a dead letter in its topic.
    public record ReplayRequest(@Min(0) int partition, @Min(0) long offset) {}
}
