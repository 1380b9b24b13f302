package org.kamsuite.account.evidence.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.evidence.EvidenceItem;
import org.kamsuite.account.evidence.EvidenceItemFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/evidence-items")
@Tag(
        name = "evidence-items",
        description =
                "A dated proof of how well known the customer is, or of how it serves as a reference.")
class EvidenceItemResource extends FactResource<EvidenceItem, EvidenceItemFact> {

    @Inject
    EvidenceItemResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(EvidenceItemFact.class, EvidenceItem.class, facts, lists, sources, patches);
    }
}
