package org.kamsuite.account.ledger.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.ledger.BespokeTerm;
import org.kamsuite.account.ledger.BespokeTermFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/bespoke-terms")
@Tag(name = "bespoke-terms", description = "A condition that only this customer has.")
class BespokeTermResource extends FactResource<BespokeTerm, BespokeTermFact> {

    @Inject
    BespokeTermResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(BespokeTermFact.class, BespokeTerm.class, facts, lists, sources, patches);
    }
}
