package org.kamsuite.account.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored bespoke term.
@Entity
@Table(name = "bespoke_terms")
public class BespokeTermFact extends Fact<BespokeTerm> {

    @Embedded private BespokeTerm content;

    @Override
    public BespokeTerm content() {
        return content;
    }

    @Override
    protected void content(BespokeTerm content) {
        this.content = content;
    }
}
