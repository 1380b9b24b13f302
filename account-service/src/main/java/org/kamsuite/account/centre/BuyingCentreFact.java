package org.kamsuite.account.centre;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored buying centre.
@Entity
@Table(name = "buying_centres")
public class BuyingCentreFact extends Fact<BuyingCentre> {

    @Embedded private BuyingCentre content;

    @Override
    public BuyingCentre content() {
        return content;
    }

    @Override
    protected void content(BuyingCentre content) {
        this.content = content;
    }
}
