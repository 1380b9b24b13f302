package org.kamsuite.architecture.wrong.opportunity.catalogue;

import org.kamsuite.architecture.wrong.opportunity.util.Shares;

/// Half of a cycle.
public class Catalogue {

    Object shares() {
        return Shares.class;
    }
}
