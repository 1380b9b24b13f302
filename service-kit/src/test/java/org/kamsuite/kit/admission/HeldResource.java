package org.kamsuite.kit.admission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kamsuite.kit.security.Roles;

/// Keeps requests until the test lets them go.
@Path("/api/v1/held")
class HeldResource {

    static final Semaphore ARRIVED = new Semaphore(0);
    static final Semaphore LET_GO = new Semaphore(0);

    @Inject
    HeldResource() {}

    @GET
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Wait until the test goes on")
    public String read() throws InterruptedException {
        ARRIVED.release();
        LET_GO.acquire();
        return "let go";
    }

    @GET
    @Path("/lent")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Wait until the test goes on, while others have the place")
    public String readWithoutAPlace() throws InterruptedException {
        try (var _ = Waiting.ofCurrentRequest()) {
            return read();
        }
    }
}
