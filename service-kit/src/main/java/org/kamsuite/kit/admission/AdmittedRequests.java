package org.kamsuite.kit.admission;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// Keeps the place of a request until its resource is done, also where the caller has left.
@Provider
@PreMatching
public class AdmittedRequests implements ContainerRequestFilter {

    @Inject
    AdmittedRequests() {}

    @Override
    public void filter(ContainerRequestContext request) {
        var place = Waiting.current();
        if (place != null) {
            place.holdForResource();
            CurrentRequestManager.get().registerCompletionCallback(failure -> place.giveBack());
        }
    }
}
