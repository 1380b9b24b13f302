package org.kamsuite.account.evidence.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.evidence.SatisfactionAnswer;
import org.kamsuite.account.evidence.SatisfactionAnswerFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/satisfaction-answers")
@Tag(
        name = "satisfaction-answers",
        description = "What one person answered when asked how satisfied they are, from 0 to 100.")
class SatisfactionAnswerResource extends FactResource<SatisfactionAnswer, SatisfactionAnswerFact> {

    @Inject
    SatisfactionAnswerResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(
                SatisfactionAnswerFact.class,
                SatisfactionAnswer.class,
                facts,
                lists,
                sources,
                patches);
    }
}
