package org.kamsuite.account.centre.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.centre.BuyingCentre;
import org.kamsuite.account.centre.BuyingCentreFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/centres")
@Tag(
        name = "centres",
        description = "A unit that decides purchases for an area of the customer's business.")
class BuyingCentreResource extends FactResource<BuyingCentre, BuyingCentreFact> {

    @Inject
    BuyingCentreResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(BuyingCentreFact.class, BuyingCentre.class, facts, lists, sources, patches);
    }
}
