package org.kamsuite.account.holding.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.holding.Holding;
import org.kamsuite.account.holding.HoldingFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/holdings")
@Tag(name = "holdings", description = "A product edition that a buying centre has from us.")
class HoldingResource extends FactResource<Holding, HoldingFact> {

    @Inject
    HoldingResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(HoldingFact.class, Holding.class, facts, lists, sources, patches);
    }
}
