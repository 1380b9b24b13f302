package org.kamsuite.account.centre.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.account.centre.Location;
import org.kamsuite.account.centre.LocationFact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.rest.FactLists;
import org.kamsuite.account.facts.rest.FactResource;
import org.kamsuite.account.facts.rest.FactSources;
import org.kamsuite.kit.rest.MergePatch;

@Path("/api/v1/accounts/{accountId}/locations")
@Tag(name = "locations", description = "A place of the customer, with its time zone.")
class LocationResource extends FactResource<Location, LocationFact> {

    @Inject
    LocationResource(FactBook facts, FactLists lists, FactSources sources, MergePatch patches) {
        super(LocationFact.class, Location.class, facts, lists, sources, patches);
    }
}
