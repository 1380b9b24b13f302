package org.kamsuite.kit.shelf;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.rest.WritesFacts;
import org.kamsuite.kit.rest.WrittenSequence;
import org.kamsuite.kit.security.Roles;

/// Writes, and then finds that it may not.
@Path("/api/v1/loans")
class LoanResource {

    private final WrittenSequence written;

    @Inject
    LoanResource(WrittenSequence written) {
        this.written = written;
    }

    @POST
    @WritesFacts
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Lend a book")
    public void lend() {
        written.wrote(UUID.randomUUID(), 1, 2);
        throw new Conflict("lent", "Already lent", "The book is lent to somebody else");
    }
}
