package org.kamsuite.account.stakeholder.rest;

import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.account.stakeholder.Stakeholder;
import org.kamsuite.account.stakeholder.StakeholderFact;
import org.kamsuite.kit.rest.MergePatch;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

@Path("/api/v1/accounts/{accountId}/stakeholders")
@Tag(
        name = "stakeholders",
        description =
                "A person in a buying centre: role, influence, support and how well we know them. Personal data.")
class StakeholderResource extends FactResource<Stakeholder, StakeholderFact> {

    private final Caller caller;

    @Inject
    StakeholderResource(
            FactBook facts,
            FactLists lists,
            FactSources sources,
            MergePatch patches,
            Caller caller) {
        super(StakeholderFact.class, Stakeholder.class, facts, lists, sources, patches);
        this.caller = caller;
    }

    /// Attitudes of people are personal data: only those who work with the account see them.
    @Override
    protected void requireSight() {
        if (!caller.is(Roles.MANAGER) && !caller.is(Roles.LEAD) && !caller.is(Roles.APPROVER)) {
            throw new ForbiddenException();
        }
    }
}
