package org.kamsuite.account.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored margin rate.
@Entity
@Table(name = "margin_rates")
public class MarginRateFact extends Fact<MarginRate> {

    @Embedded private MarginRate content;

    @Override
    public MarginRate content() {
        return content;
    }

    @Override
    protected void content(MarginRate content) {
        this.content = content;
    }
}
