package org.kamsuite.account.plan.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.plan.CustomerGoal;
import org.kamsuite.account.plan.CustomerGoalFact;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/goals")
@Tag(
        name = "goals",
        description =
                "What the customer wants to reach, who told us, and on which days it was evidenced.")
class CustomerGoalResource extends FactResource<CustomerGoal, CustomerGoalFact> {

    @Inject
    CustomerGoalResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(CustomerGoalFact.class, CustomerGoal.class, facts, lists, sources, patches);
    }
}
