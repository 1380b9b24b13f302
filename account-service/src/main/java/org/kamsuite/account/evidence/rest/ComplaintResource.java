package org.kamsuite.account.evidence.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.evidence.Complaint;
import org.kamsuite.account.evidence.ComplaintFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/complaints")
@Tag(
        name = "complaints",
        description = "A complaint of the customer; a critical one that is open holds offers back.")
class ComplaintResource extends FactResource<Complaint, ComplaintFact> {

    @Inject
    ComplaintResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(ComplaintFact.class, Complaint.class, facts, lists, sources, patches);
    }
}
