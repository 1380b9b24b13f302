package org.kamsuite.account.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.ledger.ServiceRequest;
import org.kamsuite.account.ledger.ServiceRequestFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/service-requests")
@Tag(
        name = "service-requests",
        description = "Something the customer asked of us, and how complex it was.")
class ServiceRequestResource extends FactResource<ServiceRequest, ServiceRequestFact> {

    @Inject
    ServiceRequestResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(ServiceRequestFact.class, ServiceRequest.class, facts, lists, sources, patches);
    }
}
