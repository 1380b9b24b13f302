package org.kamsuite.account.evidence.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.evidence.DeliveredProject;
import org.kamsuite.account.evidence.DeliveredProjectFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/delivered-projects")
@Tag(name = "delivered-projects", description = "A project we have delivered, and how it ended.")
class DeliveredProjectResource extends FactResource<DeliveredProject, DeliveredProjectFact> {

    @Inject
    DeliveredProjectResource(
            FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(DeliveredProjectFact.class, DeliveredProject.class, facts, lists, sources, patches);
    }
}
