package org.kamsuite.account.holding.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.holding.Contract;
import org.kamsuite.account.holding.ContractFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/contracts")
@Tag(name = "contracts", description = "An agreement with a term and a committed annual value.")
class ContractResource extends FactResource<Contract, ContractFact> {

    @Inject
    ContractResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(ContractFact.class, Contract.class, facts, lists, sources, patches);
    }
}
