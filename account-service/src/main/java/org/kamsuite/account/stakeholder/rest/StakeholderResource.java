package org.kamsuite.account.stakeholder.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.stakeholder.Stakeholder;
import org.kamsuite.account.stakeholder.StakeholderFact;
import org.kamsuite.account.team.rest.Confidential;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/stakeholders")
@Confidential
@Tag(
        name = "stakeholders",
        description =
                "A person in a buying centre: role, influence, support and how well we know them. Personal data.")
class StakeholderResource extends FactResource<Stakeholder, StakeholderFact> {

    @Inject
    StakeholderResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(StakeholderFact.class, Stakeholder.class, facts, lists, sources, patches);
    }
}
