package org.kamsuite.architecture.wrong.account.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import org.kamsuite.architecture.wrong.account.holding.HoldingHelper;
import org.kamsuite.architecture.wrong.account.ledger.rest.LedgerResource;

/// A repository that other packages can see, and that knows its HTTP face.
public class Ledger implements PanacheRepository<LedgerResource> {

    HoldingHelper helper() {
        return new HoldingHelper(this);
    }
}
