package org.kamsuite.opportunity.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.kamsuite.kit.problem.NotFound;

/// The opportunities.
@ApplicationScoped
class Opportunities implements PanacheRepositoryBase<Opportunity, UUID> {

    Opportunity required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("opportunity", id));
    }

    Opportunity lockOf(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("opportunity", id));
    }
}
