package org.kamsuite.account.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.ledger.ServiceEffort;
import org.kamsuite.account.ledger.ServiceEffortFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/service-efforts")
@Tag(name = "service-efforts", description = "Hours that our team has worked for the account.")
class ServiceEffortResource extends FactResource<ServiceEffort, ServiceEffortFact> {

    @Inject
    ServiceEffortResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(ServiceEffortFact.class, ServiceEffort.class, facts, lists, sources, patches);
    }
}
