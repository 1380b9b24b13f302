package org.kamsuite.architecture.wrong.account.ledger.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// An HTTP class that other packages can see, and whose answer can fail after the write.
@Path("ledger")
public class LedgerResource {

    @POST
    public void write() {}
}
