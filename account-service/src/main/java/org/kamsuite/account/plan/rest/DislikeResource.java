package org.kamsuite.account.plan.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.plan.Dislike;
import org.kamsuite.account.plan.DislikeFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/dislikes")
@Tag(name = "dislikes", description = "A product that the customer has said it does not want.")
class DislikeResource extends FactResource<Dislike, DislikeFact> {

    @Inject
    DislikeResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(DislikeFact.class, Dislike.class, facts, lists, sources, patches);
    }
}
