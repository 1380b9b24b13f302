package org.kamsuite.account.plan.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.plan.PainPoint;
import org.kamsuite.account.plan.PainPointFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/pain-points")
@Tag(
        name = "pain-points",
        description = "What hurts the customer, what it needs, and what we answer.")
class PainPointResource extends FactResource<PainPoint, PainPointFact> {

    @Inject
    PainPointResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(PainPointFact.class, PainPoint.class, facts, lists, sources, patches);
    }
}
