package org.kamsuite.account.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.ledger.MarginRate;
import org.kamsuite.account.ledger.MarginRateFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/margin-rates")
@Tag(
        name = "margin-rates",
        description =
                "The gross margin of the account, or of one product at it, as a share of revenue.")
class MarginRateResource extends FactResource<MarginRate, MarginRateFact> {

    @Inject
    MarginRateResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(MarginRateFact.class, MarginRate.class, facts, lists, sources, patches);
    }
}
