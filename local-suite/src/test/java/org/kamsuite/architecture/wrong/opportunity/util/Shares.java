package org.kamsuite.architecture.wrong.opportunity.util;

import org.kamsuite.architecture.wrong.account.holding.HoldingHelper;
import org.kamsuite.architecture.wrong.opportunity.catalogue.Catalogue;

/// A class in a package that is named after no thing.
public class Shares {

    Object foreign() {
        return HoldingHelper.class;
    }

    Object catalogue() {
        return Catalogue.class;
    }
}
