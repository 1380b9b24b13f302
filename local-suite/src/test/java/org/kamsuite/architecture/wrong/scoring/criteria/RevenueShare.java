package org.kamsuite.architecture.wrong.scoring.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.architecture.wrong.opportunity.util.Shares;

/// A calculation that depends on the container, and on another service.
@ApplicationScoped
public class RevenueShare {

    Object shares() {
        return Shares.class;
    }
}
