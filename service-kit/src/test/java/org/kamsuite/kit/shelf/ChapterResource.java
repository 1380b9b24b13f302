package org.kamsuite.kit.shelf;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kamsuite.kit.query.Page;
import org.kamsuite.kit.security.Roles;

/// A resource below another one.
@Path("/api/v1/books/{id}/chapters")
class ChapterResource {

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(summary = "List the chapters of a book")
    public Page<Chapter> list(@PathParam("id") UUID id) {
        return new Page<>(List.of(new Chapter("The end of " + id)), null, null);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Repeat a chapter")
    public Chapter repeat(@PathParam("id") UUID id, @NotNull @Valid Chapter chapter) {
        return chapter;
    }

    /// A body that could be mistaken for a plain text.
    public record Chapter(String title) {}
}
