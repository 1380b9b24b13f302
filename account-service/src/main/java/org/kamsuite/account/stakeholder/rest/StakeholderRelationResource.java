package org.kamsuite.account.stakeholder.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.stakeholder.StakeholderRelation;
import org.kamsuite.account.stakeholder.StakeholderRelationFact;
import org.kamsuite.account.team.rest.Confidential;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/stakeholder-relations")
@Confidential
@Tag(
        name = "stakeholder-relations",
        description =
                "How a stakeholder stands to another one of the account, or to one of our managers. Personal data.")
class StakeholderRelationResource
        extends FactResource<StakeholderRelation, StakeholderRelationFact> {

    @Inject
    StakeholderRelationResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(
                StakeholderRelationFact.class,
                StakeholderRelation.class,
                facts,
                lists,
                sources,
                patches);
    }
}
