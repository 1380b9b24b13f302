package org.kamsuite.account.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.ledger.RevenueLine;
import org.kamsuite.account.ledger.RevenueLineFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/revenue-lines")
@Tag(
        name = "revenue-lines",
        description =
                "A line of an invoice: recognised net revenue, negative for a credit; the cost is in the same currency.")
class RevenueLineResource extends FactResource<RevenueLine, RevenueLineFact> {

    @Inject
    RevenueLineResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(RevenueLineFact.class, RevenueLine.class, facts, lists, sources, patches);
    }
}
