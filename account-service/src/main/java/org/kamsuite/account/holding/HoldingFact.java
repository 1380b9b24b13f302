package org.kamsuite.account.holding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored holding.
@Entity
@Table(name = "holdings")
public class HoldingFact extends Fact<Holding> {

    @Embedded private Holding content;

    @Override
    public Holding content() {
        return content;
    }

    @Override
    protected void content(Holding content) {
        this.content = content;
    }
}
