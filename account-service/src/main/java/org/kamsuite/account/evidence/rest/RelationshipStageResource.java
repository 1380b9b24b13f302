package org.kamsuite.account.evidence.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.evidence.RelationshipStage;
import org.kamsuite.account.evidence.RelationshipStageFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/relationship-stages")
@Tag(
        name = "relationship-stages",
        description = "How close the two companies work together (McDonald), as observed on a day.")
class RelationshipStageResource extends FactResource<RelationshipStage, RelationshipStageFact> {

    @Inject
    RelationshipStageResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(RelationshipStageFact.class, RelationshipStage.class, facts, lists, sources, patches);
    }
}
