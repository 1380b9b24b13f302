package org.kamsuite.architecture.wrong.account.ledger.rest;

import jakarta.ws.rs.Path;

/// An HTTP class that other packages can see.
@Path("ledger")
public class LedgerResource {}
